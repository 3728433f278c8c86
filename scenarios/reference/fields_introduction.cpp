// SPDX-License-Identifier: MIT
#include "scenarios/reference/fields_introduction.hpp"

namespace trapphus::scenarios {

namespace {

constexpr const char* kEnglish = R"(# The scenario format

A scenario is a YAML file. This page lists every key; it is made from the same table that the program reads by.

**Numbers** are written as people write them: `16 500 SEK/month`, `550 SEK/day`, `2 %`, `30/year`, `39.5 h/week`. Every quantity has a unit;
only 0 needs none. A year is 365.25 days and a month a twelfth of it; a price per month accrues by calendar month. A decimal comma is accepted where YAML
does not split at it: inside braces write `1.5/week` or `"1,5/week"`. Swedish words for units are understood (`kr`, `tkr`, `vecka`, `månad`, `år`).

**Distributions** are `3 weeks` (constant), `1-3 years` (uniform), `uniform(a, b)`, `triangular(a, most likely, b)`, `exponential(mean)`, `gamma(mean, deviation)`,
`erlang(mean, phases)`, `lognormal(mean, deviation)`, `weibull(mean, deviation)`, `discrete(0 = 40 %, 1 = 60 %)` or `empirical(1 day, 3 days, 3 days)`.
Beside decimal commas, set the values apart with `;`.

**Dates** are `2012-06-01`, or `2012-06` for the whole month. `to:` is the last day that counts. In `period: 2011-09-01 to 2014-09-01` the second date is the first
that does not count.

**Sources.** Any value may be written `{value: 30.25, source: hasselby}` or `{value: 3/week, assumption: "why", range: 2/week..4/week}`. `source`, `assumption` and
`note` may stand in any mapping; they then hold for all plain numbers in it.

**Groups.** Where the type says *per group*, one value holds for all groups, or there is a mapping `{families: X, singles: Y}`; `others` stands for those not named.

**Paths** say where a value stands: `staff.project.fte`, `stages.hotel.forms.hostel.price`, `moves.FROM.TO.FIELD` (`moves.FROM.TO.ID.FIELD` where several moves go the
same way), `initial.STAGE.GROUP.FIELD`, `moves.hotel.own_home.offers.families`. `--set`, and `change` in alternatives, cases and the timeline, use them.
What a timeline or an alternative sets has a path too: `timeline.2012-05-01.PATH`, `alternatives.NAME.PATH`, `cases.NAME.PATH`.

**Alternatives.** Changes lie on top of each other: the scenario, its timeline, the case, the case's timeline, the alternative, the alternative's timeline. So an
alternative that sets `staff.project.fte: 0` keeps 0 although the scenario's timeline hires. An alternative may also set whole things by their path, such as a new
stage. A timeline changes only values marked * below. `--set` replaces what the file says, so alternatives and timelines still change it.

**`extends: other.yaml`** builds on another file: mappings are merged key by key and moves by `from`, `to` and `id`; other lists, and values, are replaced.
Then the file's own `change` sets values by their path; a file that extends this one may still say otherwise.
)";

constexpr const char* kSwedish = R"(# Scenarioformatet

Ett scenario är en YAML-fil. Den här sidan listar varje nyckel; den är gjord av samma tabell som programmet läser efter. Nycklarna är på engelska i
båda språken.

**Tal** skrivs som man brukar skriva dem: `16 500 kr/månad`, `550 kr/dag`, `2 %`, `30/år`, `39.5 h/vecka`. Varje storhet har en enhet;
bara 0 klarar sig utan. Ett år är 365,25 dagar och en månad en tolftedel av det; ett pris per månad räknas efter kalendermånaden. Decimalkomma går bra
där YAML inte delar värdet vid kommat: skriv `1.5/vecka` eller `"1,5/vecka"` inom klamrar. Både engelska och svenska enheter förstås (`SEK`, `kr`, `tkr`, `mkr`,
`week`, `vecka`, `month`, `månad`, `year`, `år`).

**Fördelningar** skrivs `3 weeks` (konstant), `1-3 years` (likformig), `uniform(a, b)`, `triangular(a, troligast, b)`, `exponential(medel)`, `gamma(medel, avvikelse)`,
`erlang(medel, faser)`, `lognormal(medel, avvikelse)`, `weibull(medel, avvikelse)`, `discrete(0 = 40 %, 1 = 60 %)` eller `empirical(1 day, 3 days, 3 days)`.
Skilj värdena åt med `;` om de har decimalkomma.

**Datum** skrivs `2012-06-01`, eller `2012-06` för hela månaden. `to:` är den sista dagen som räknas. I `period: 2011-09-01 to 2014-09-01` är det andra datumet
det första som inte räknas.

**Källor.** Varje värde kan skrivas `{value: 30.25, source: hasselby}` eller `{value: 3/week, assumption: "varför", range: 2/week..4/week}`. `source`, `assumption` och
`note` kan stå på varje nivå; då gäller de alla tal under den som inte säger något annat.

**Grupper.** Där det står *per grupp* gäller ett värde för alla grupper, eller så skrivs ett för var och en: `{families: X, singles: Y}`; `others` betyder de som inte nämns.

**Sökvägar** säger var ett värde står: `staff.project.fte`, `stages.hotel.forms.hostel.price`, `moves.FRÅN.TILL.FÄLT` (`moves.FRÅN.TILL.ID.FÄLT` där flera flyttar går
samma väg), `initial.STEG.GRUPP.FÄLT`, `moves.hotel.own_home.offers.families`. De används av `--set` och av `change` i alternativ, antagandefall och tidslinje.
Det som en tidslinje eller ett alternativ sätter har också en sökväg: `timeline.2012-05-01.SÖKVÄG`, `alternatives.NAMN.SÖKVÄG`, `cases.NAMN.SÖKVÄG`.

**Alternativ.** Ändringar läggs ovanpå varandra: scenariot, dess tidslinje, antagandefallet, dess tidslinje, alternativet, dess tidslinje. Ett alternativ som sätter
`staff.project.fte: 0` behåller alltså 0 även om scenariots tidslinje anställer. Ett alternativ kan också sätta hela saker med deras sökväg, till exempel ett nytt
steg. En tidslinje ändrar bara värden som är märkta med * nedan. `--set` ersätter det som filen säger, så alternativ och tidslinjer ändrar det ändå.

**`extends: annan.yaml`** bygger på en annan fil: nycklar förs samman en och en, och flyttar efter `from`, `to` och `id`; andra listor, och värden, ersätts.
Sedan sätter filens egen `change` värden efter deras sökväg; en fil som bygger på den här kan ändå säga något annat.
)";

}  // namespace

const char* fields_introduction(models::Language language) {
  return language == models::Language::Sv ? kSwedish : kEnglish;
}

}  // namespace trapphus::scenarios
