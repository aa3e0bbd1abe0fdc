import { stopsOf, type CompletionItem } from '../../../language/index.ts';

/** Each kind of goal, as one begins to write it; the lines below the first stand two columns further in. */
const KINDS: readonly (readonly [label: string, what: string, lines: readonly string[]])[] = [
  ['request … expect', 'A request ends so', ['request: { from: ¦, url: ¦ }', 'expect: { outcome: ¦ }']],
  [
    'request … split',
    'A thousand of it spread so',
    ['request: { from: ¦, url: ¦ }', 'split:', '  - { host: ¦, subset: ¦, percent: ¦ }'],
  ],
  ['noProblem', 'A problem is absent', ['noProblem: ¦']],
  ['problem', 'A problem is there', ['problem: ¦']],
  ['field … equals', 'A field means something', ['field: ¦', 'of: ¦', 'equals: ¦']],
  ['field … exists', 'A field is written, or is not', ['field: ¦', 'of: ¦', 'exists: ¦']],
  ['resource', 'A resource is there', ['resource: ¦']],
  ['noResource', 'A resource is not there', ['noResource: ¦']],
  ['expectation', 'An expectation of the workspace holds', ['expectation: ¦']],
  ['load', 'The load of a scenario comes to what it expects', ['load: ¦']],
];

/** The goals that can be begun. `dash` stands before them where none is there yet; `column` is where their keys stand. */
export const goalKinds = (
  replace: CompletionItem['replace'],
  dash: string,
  column: number,
): readonly CompletionItem[] =>
  KINDS.map(([label, detail, lines], rank) => {
    const indent = ' '.repeat(column + dash.length);
    const { insert, stops } = stopsOf(dash + lines.join(`\n${indent}`));
    return {
      label,
      kind: 'item',
      detail,
      documentation: `\`\`\`yaml\n- ${lines.join('\n  ').replaceAll('¦', '…')}\n\`\`\``,
      replace,
      insert,
      stops,
      again: lines.length === 1,
      deprecated: false,
      rank,
    };
  });
