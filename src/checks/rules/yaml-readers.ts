import { fieldAt, MODELLED_KINDS } from '../../istio/index.ts';
import { locate, type ParsedDocument, type Path, type YamlNode } from '../../yaml/index.ts';
import type { Mend, TextFinding } from '../finding.ts';
import { setting } from '../say.ts';
import { asMap } from '../visit.ts';
import { listOf, quote } from '../words.ts';

/**
 * Plain values that kubectl, whose reader follows YAML 1.1, takes for something else than we and YAML 1.2 do.
 * Only documents in which one seems to stand are parsed for their places.
 */
export function yamlReaders(document: ParsedDocument): readonly TextFinding[] {
  const { text, value } = document;
  if (value === undefined || !(seems(text) || seemsInFlow(text))) return [];
  const root = locate(text);
  if (!root) return [];
  const kind = asMap(value)?.['kind'];
  const modelled = MODELLED_KINDS.find((name) => name === kind);
  const isText = (path: Path): boolean => {
    const field = modelled && fieldAt(modelled, path);
    return field?.kind === 'string' || field?.kind === 'enum';
  };
  const found: TextFinding[] = [];
  visit(root, text, [], false, isText, found);
  return found;
}

function visit(
  node: YamlNode,
  text: string,
  path: Path,
  inFlow: boolean,
  isText: (path: Path) => boolean,
  found: TextFinding[],
): void {
  if (node.kind === 'alias') return;
  if (node.kind === 'scalar') {
    const source = text.slice(node.from, node.to);
    const finding = readDifferently(source, isText(path)) ?? (inFlow ? refusedInFlow(text, node) : undefined);
    if (!finding) return;
    const { from, to } = node;
    found.push({ from, to, ...finding, value: { path, mends: waysOf(source, path, isText(path)) } });
    return;
  }
  const flow = inFlow || node.flow;
  if (node.kind === 'list') {
    node.items.forEach((item, index) => visit(item, text, [...path, index], flow, isText, found));
    return;
  }
  for (const { key, keyRange, value } of node.entries) {
    const finding = readDifferently(text.slice(keyRange.from, keyRange.to), false);
    if (finding) found.push({ ...keyRange, ...finding });
    visit(value, text, [...path, key], flow, isText, found);
  }
}

type Words = Omit<TextFinding, 'from' | 'to' | 'value'>;

/** As text, in quotes, or as what kubectl reads; which number is meant nobody can tell. */
function waysOf(source: string, path: Path, text: boolean): readonly Mend[] {
  const boolean = booleans.get(source);
  const quoted = setting(path, source, `Put quotes around ${quote(source)}`);
  if (boolean === undefined) return numberOf(source) === undefined ? [quoted] : [];
  return text ? [quoted] : [setting(path, boolean), quoted];
}

/** `source` is the scalar as it is written, so anything in quotes is left alone. */
function readDifferently(source: string, text: boolean): Words | undefined {
  const boolean = booleans.get(source);
  if (boolean !== undefined) {
    // A single letter is a boolean to some releases of the reader only.
    const refused = text && source.length > 1;
    const effect = refused ? ' The cluster refuses that where text must stand.' : '';
    return {
      code: 'MW0010',
      ...(refused && { severity: 'error' }),
      message: `kubectl reads ${source} as ${String(boolean)}.${effect} Write "${source}" with quotes if you mean the word, else ${String(boolean)}.`,
    };
  }
  const number = numberOf(source);
  if (number === undefined) return undefined;
  return {
    code: 'MW0010',
    message: `kubectl reads ${source} as the number ${number}, other readers as ${/_|b/.test(source) ? 'text' : String(Number(source))}. Write the number that you mean, or put quotes around it.`,
  };
}

/** What YAML 1.1 makes of a leading zero, `0b` and underscores, where that differs from YAML 1.2. */
function numberOf(source: string): string | undefined {
  const digits = source.replaceAll('_', '');
  if (/^[-+]?0[0-7]+$/.test(digits)) {
    const value = parseInt(digits, 8);
    return source === digits && value === Number(digits) ? undefined : String(value);
  }
  if (/^[-+]?0b[01]+$/.test(digits)) return String(parseInt(digits.replace('0b', ''), 2));
  if (digits !== source && /^[-+]?\d[\d_]*$/.test(source)) return String(Number(digits));
  return undefined;
}

function refusedInFlow(text: string, { from, to }: YamlNode): Words | undefined {
  const source = text.slice(from, to);
  if (/^["']/.test(source)) return undefined;
  const signs = ['?', '['].filter((sign) => source.includes(sign));
  if (signs.length === 0) return undefined;
  return {
    code: 'MW0011',
    message: `Between { } or [ ], kubectl cannot read a plain value with ${listOf(signs, 'and')} in it, and refuses the document. Put quotes around it.`,
  };
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word): [string, boolean] => [word, true]),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word): [string, boolean] => [word, false]),
]);

/** Where one of those words or numbers seems to be a whole value or key; comments may deceive it, which costs only time. */
const seems = (text: string): boolean => (hint.test(text) || hintAtStart.test(text)) && suspect.test(text);

/** The same without a look at what stands before, which most documents do not pass and which is found out much faster. */
const hint =
  /[\s,[{](?:[ynYN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[-+]?0b?[0-7_]+|[-+]?\d[\d_]*_\d[\d_]*)[ \t]*(?:[,\]}#:\r\n]|$)/;
const hintAtStart = /^[ynYNoO\d+-]/;

const suspect =
  /(?:^[ \t]*|[[{,][ \t]*|[:-][ \t]+)(?:[ynYN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[-+]?0b?[0-7_]+|[-+]?\d[\d_]*_\d[\d_]*)[ \t]*(?:[,\]}#:\r\n]|$)/m;

const seemsInFlow = (text: string): boolean =>
  (isInWord(text, '[') || isInWord(text, '?')) && suspectInFlow.test(text);

function isInWord(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1))
    if (!/[\s[{,:"']/.test(text.charAt(at - 1))) return true;
  return false;
}

/** Where a line with something like a flow collection has ? or [ inside a word. From the line's start: a line may be a whole file. */
const suspectInFlow = /^[^\n[{,]*[[{,][^\n]*[^\s[{,:"'][?[]/m;
