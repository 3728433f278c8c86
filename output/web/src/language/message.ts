// SPDX-License-Identifier: MIT
// Texts in ICU's MessageFormat, the same that the program formats. The build has parsed them.
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

export type Parameters = Record<string, string | number>;
/** Without fields it is the text itself. */
export type Message = string | MessageFormatElement[];
/** Of a formatted text: what the text itself has, and what a parameter has put in. */
export type Piece = string | { parameter: string };

export class Formatter {
  private readonly format: IntlMessageFormat;

  constructor(message: MessageFormatElement[], locale: string) {
    this.format = new IntlMessageFormat(message, locale);
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

/** A parameter that is not given leaves nothing in its place. */
function whole<Value>(parameters: Record<string, Value>): Record<string, Value> {
  return new Proxy(parameters, { has: () => true });
}
