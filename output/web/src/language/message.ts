// SPDX-License-Identifier: MIT
// Texts in ICU's MessageFormat, the same that the program formats. The build has parsed them.
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

export type Parameters = Record<string, string | number>;
/** As the build packs them: a literal is a string, a field its name in an array. */
export type PackedElement = string | [string] | MessageFormatElement;
/** Without fields it is the text itself. */
export type Message = string | PackedElement[];
/** Of a formatted text: what the text itself has, and what a parameter has put in. */
export type Piece = string | { parameter: string };

export class Formatter {
  private readonly format: IntlMessageFormat;

  constructor(message: PackedElement[], locale: string) {
    this.format = new IntlMessageFormat(message.map(unpacked), locale);
  }

  text(parameters: Parameters): string {
    return String(this.format.format(whole(parameters)));
  }

  /** In its box a parameter is a number or a text still, and a piece of its own. */
  pieces(parameters: Parameters): Piece[] {
    const boxed = Object.entries(parameters).map(([name, value]) => [name, Object(value) as object]);
    return this.format
      .formatToParts<object>(whole(Object.fromEntries(boxed) as Record<string, object>))
      .map(({ value }) => (typeof value === 'string' ? value : { parameter: String(value) }));
  }
}

// The parser's TYPE.literal and TYPE.argument, without the parser.
const LITERAL = 0;
const ARGUMENT = 1;

function unpacked(element: PackedElement): MessageFormatElement {
  if (typeof element === 'string') return { type: LITERAL, value: element };
  return Array.isArray(element) ? { type: ARGUMENT, value: element[0] } : element;
}

/** A parameter that is not given leaves nothing in its place. */
function whole<Value>(parameters: Record<string, Value>): Record<string, Value> {
  return new Proxy(parameters, { has: () => true });
}
