import { isSince } from '../../istio/index.ts';
import type { TextRange } from '../../text/index.ts';
import { scalarText } from '../../yaml/index.ts';
import { wordsOfValue } from '../schema.ts';
import { namesFor, type NamePlace } from '../names/index.ts';
import { usualValues } from './usual.ts';
import type { CompletionItem } from './item.ts';

export interface ValuesRequest {
  readonly place: NamePlace;
  readonly replace: TextRange;
  /** It is one word of several in a value. */
  readonly part?: boolean;
  /** Text before the value: the space that a colon lacks. */
  readonly before: string;
  readonly quote: '' | '"' | "'";
  readonly flow: boolean;
}

const QUOTES = { '': 'plain', '"': 'double', "'": 'single' } as const;

interface Value {
  readonly text: string;
  readonly kind: CompletionItem['kind'];
  readonly detail?: string;
  readonly documentation?: string;
  readonly deprecated?: boolean;
  /** Numbers and booleans stay bare. */
  readonly bare?: boolean;
  readonly rank: number;
}

/** The values that a field may have here: those of its enum, names of the workspace, values worth offering. */
export function valueItems(request: ValuesRequest): CompletionItem[] {
  const { place, replace, part = false, before, quote, flow } = request;
  const written = ({ text, bare }: Value): string =>
    part || (bare && quote === '') ? text : scalarText(text, QUOTES[quote], { flow });
  const seen = new Set<string>();
  return [...offered(place)]
    .filter(({ text }) => !seen.has(text) && seen.add(text) && !(part && text.includes(',')))
    .map((value) => ({
      label: value.text,
      kind: value.kind,
      detail: value.detail ?? '',
      documentation: value.documentation ?? '',
      replace,
      insert: before + written(value),
      stops: [],
      again: false,
      deprecated: value.deprecated ?? false,
      rank: value.rank + (place.field.default === value.text ? -0.5 : 0),
    }));
}

function* offered(place: NamePlace): Iterable<Value> {
  const { field } = place;
  if (field.kind === 'enum') {
    for (const text of field.values) {
      const deprecated = field.deprecatedValues.includes(text);
      const since = field.valuesSince[text];
      if (!isSince(since, place.mesh.settings.targetVersion)) continue;
      yield {
        text,
        kind: 'value',
        detail: field.default === text ? 'default' : since ? `since Istio ${since}` : '',
        documentation: wordsOfValue(field, text),
        deprecated,
        rank: deprecated ? 3 : 1,
      };
    }
  }
  if (field.kind === 'boolean')
    for (const text of ['true', 'false'])
      yield { text, kind: 'value', detail: field.default === text ? 'default' : '', bare: true, rank: 1 };
  const bare = field.kind === 'integer' || field.kind === 'number';
  for (const { name, from } of namesFor(place))
    yield { text: name, kind: 'name', detail: from, bare, rank: 1 };
  if (field.kind === 'string')
    for (const text of field.suggestions ?? []) yield { text, kind: 'value', rank: 2 };
  for (const { text, detail } of usualValues(place)) yield { text, kind: 'value', detail, bare, rank: 2 };
  const { default: usual } = field;
  const writable = field.kind === 'string' || bare;
  if (writable && usual !== undefined && /^[\w.%]+$/.test(usual) && /\d/.test(usual))
    yield { text: usual, kind: 'value', detail: 'default', bare, rank: 2 };
}
