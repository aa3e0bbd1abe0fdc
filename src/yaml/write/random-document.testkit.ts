import type { YamlMap, YamlValue } from '../types.ts';

/** A small repeatable source of chance (mulberry32). */
export interface Chance {
  /** 0 up to (not including) `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    once: (times) => below(times) === 0,
  };
}

const KEYS = [
  'host',
  'hosts',
  'port',
  'match',
  'route',
  'weight',
  'subset',
  'timeout',
  'name',
  'labels',
  'tls',
  'mode',
  'on',
  'x-y/z',
  'a b',
  '"q"',
  '7',
  '__proto__',
];
const TEXTS = [
  'api.harbour.example',
  '5s',
  'yes',
  '0755',
  '80',
  'a: b',
  'x #y',
  '*.example',
  '',
  ' led',
  "it's",
  '"q"',
  'https?',
  'v1,v2',
  '-',
  '- a',
  '{x}',
  'ünï',
  'true',
  '~',
  'null',
  '1e3',
  '0x1F',
  '12:30',
  'a\\b',
  '%x',
  '@y',
  'a\nb\n',
  'a\nb',
  '\ttab',
  '2001-01-01',
  '😀',
];

export function randomScalar(chance: Chance): YamlValue {
  switch (chance.below(6)) {
    case 0:
      return chance.below(70000) - 10;
    case 1:
      return chance.once(2);
    case 2:
      return chance.pick([0.5, -1.25, 1e21, null, 0]);
    default:
      return chance.pick(TEXTS);
  }
}

export function randomValue(chance: Chance, depth = 2): YamlValue {
  const shape = depth > 0 ? chance.below(4) : 3;
  if (shape === 0) return randomMap(chance, depth - 1);
  if (shape === 1) return Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1));
  return randomScalar(chance);
}

function randomMap(chance: Chance, depth: number): YamlMap {
  return Object.fromEntries(
    Array.from({ length: chance.below(4) }, () => [chance.pick(KEYS), randomValue(chance, depth)]),
  );
}

/** The habits and whims of whoever wrote the file. */
interface Hand {
  chance: Chance;
  eol: string;
  indent: number;
  listIndent: number;
  dash: string;
  comments: number;
  flow: number;
  anchors: number;
}

function quoted(hand: Hand, text: string, flow: boolean): string {
  const plain =
    /^[A-Za-z][A-Za-z0-9./_-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  const way = hand.chance.below(plain ? 4 : 2);
  if (way === 0 || /[\n\t]/.test(text)) return JSON.stringify(text);
  if (way === 1) return `'${text.replaceAll("'", "''")}'`;
  return flow && /[,[\]{}?]/.test(text) ? JSON.stringify(text) : text;
}

function scalar(hand: Hand, value: YamlValue, flow: boolean): string {
  if (typeof value === 'string') return quoted(hand, value, flow);
  if (value === null) return hand.chance.pick(flow ? ['null', '~'] : ['null', '~', '']);
  return JSON.stringify(value);
}

function flowText(hand: Hand, value: YamlValue, indent: number): string {
  const { chance, eol } = hand;
  if (typeof value !== 'object' || value === null) return scalar(hand, value, true);
  const parts = Array.isArray(value)
    ? value.map((item) => flowText(hand, item, indent + 2))
    : Object.entries(value).map(
        ([key, item]) => `${quoted(hand, key, true)}: ${flowText(hand, item, indent + 2)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length && chance.once(6)) {
    const line = `${eol}${' '.repeat(indent + 2)}`;
    const last = chance.once(2) ? ',' : '';
    return `${open}${line}${parts.join(`,${chance.once(4) ? ' # in flow' : ''}${line}`)}${last}${eol}${' '.repeat(indent)}${close}`;
  }
  const pad = chance.once(3) ? ' ' : '';
  return `${open}${pad}${parts.join(chance.once(5) ? ',' : ', ')}${parts.length && chance.once(9) ? ',' : ''}${pad}${close}`;
}

function comment(hand: Hand): string {
  return hand.chance.once(hand.comments)
    ? `${hand.chance.pick([' ', '   '])}# ${hand.chance.pick(['why', 'TODO: x', "it's", '{', '- a: b'])}`
    : '';
}

/** Lines between siblings: blank ones, comments in or out of line. */
function between(hand: Hand, column: number): string {
  const { chance, eol } = hand;
  let text = '';
  if (chance.once(hand.comments * 2)) text += `${chance.once(3) ? '  ' : ''}${eol}`;
  if (chance.once(hand.comments))
    text += `${' '.repeat(chance.pick([column, column, column, column + 2, 0]))}# about it${eol}`;
  return text;
}

function under(hand: Hand, value: YamlValue, column: number, anchors: string[]): string {
  const { chance, eol } = hand;
  const anchor =
    typeof value === 'object' && value !== null && chance.once(hand.anchors) ? ` &a${anchors.push('')}` : '';
  if (typeof value === 'string' && value.includes('\n') && !/^[ \t]/.test(value) && chance.once(2)) {
    const indent = ' '.repeat(column + hand.indent);
    const body = value.replace(/\n$/, '').split('\n');
    return ` ${value.endsWith('\n') ? '|' : '|-'}${comment(hand)}${eol}${body.map((line) => indent + line + eol).join('')}`;
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.keys(value).length === 0 ||
    chance.once(hand.flow)
  ) {
    const written =
      typeof value === 'object' && value !== null
        ? flowText(hand, value, column)
        : scalar(hand, value, false);
    return `${anchor}${written ? ` ${written}` : ''}${comment(hand)}${chance.once(12) ? '  ' : ''}${eol}`;
  }
  const head = `${anchor}${comment(hand)}${eol}`;
  return (
    head +
    (Array.isArray(value)
      ? list(hand, value, column + hand.listIndent, anchors)
      : map(hand, value, column + hand.indent, anchors))
  );
}

function map(hand: Hand, value: YamlMap, column: number, anchors: string[]): string {
  return Object.entries(value)
    .map(
      ([key, item]) =>
        `${between(hand, column)}${' '.repeat(column)}${quoted(hand, key, false)}:${under(hand, item, column, anchors)}`,
    )
    .join('');
}

function list(hand: Hand, value: readonly YamlValue[], column: number, anchors: string[]): string {
  return value
    .map((item) => {
      const start = `${between(hand, column)}${' '.repeat(column)}-`;
      if (
        typeof item === 'object' &&
        item !== null &&
        Object.keys(item).length &&
        !hand.chance.once(hand.flow)
      ) {
        const inner = column + 1 + hand.dash.length;
        const lines = Array.isArray(item)
          ? list(quiet(hand), item, inner, anchors)
          : map(quiet(hand), item, inner, anchors);
        return start + hand.dash + lines.slice(inner);
      }
      return start + under(hand, item, column, anchors);
    })
    .join('');
}

/** The same hand without lines before the first child, which has to stand behind the dash. */
function quiet(hand: Hand): Hand {
  return { ...hand, comments: 1e9 };
}

/** A document that somebody could have written: comments anywhere, block and flow, odd indents, CRLF, BOM, anchors. */
export function randomDocument(chance: Chance): string {
  const hand: Hand = {
    chance,
    eol: chance.once(3) ? '\r\n' : '\n',
    indent: chance.pick([2, 2, 2, 3, 4]),
    listIndent: chance.pick([0, 0, 2, 4]),
    dash: chance.pick([' ', ' ', ' ', '   ']),
    comments: chance.pick([3, 6, 12]),
    flow: chance.pick([3, 5, 40]),
    anchors: chance.pick([8, 100, 100]),
  };
  const value: YamlMap = {
    kind: 'VirtualService',
    metadata: { name: 'a' },
    spec: randomMap(chance, 3),
    ...randomMap(chance, 2),
  };
  const { eol } = hand;
  const head = chance.once(4)
    ? `# head${eol}---${chance.once(3) ? ' # first' : ''}${eol}`
    : chance.once(4)
      ? `---${eol}`
      : '';
  const tail = chance.pick(['', '', `# tail${eol}`, `...${eol}`, eol]);
  const text = (chance.once(6) ? '\ufeff' : '') + head + map(hand, value, 0, []) + tail;
  return chance.once(6) ? text.replace(/(?:\r\n|\n)$/, '') : text;
}
