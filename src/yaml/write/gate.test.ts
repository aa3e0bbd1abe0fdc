import { describe, expect, it } from 'vitest';
import { RefusedError } from '../refused.ts';
import type { DocumentEdit } from './edits.ts';
import { editDocument } from './gate.ts';
import { writtenAt } from './written.ts';

/** name, text before, edit, text after */
const golden: [string, string, DocumentEdit, string][] = [
  ['a plain scalar', 'a: 1 # one\nb: 2\n', { kind: 'set', path: ['a'], value: 30 }, 'a: 30 # one\nb: 2\n'],
  ['quotes stay', "a: 'x'\n", { kind: 'set', path: ['a'], value: "it's" }, "a: 'it''s'\n"],
  [
    'quotes come where plain text would be read otherwise',
    'a: x\n',
    { kind: 'set', path: ['a'], value: 'yes' },
    'a: "yes"\n',
  ],
  [
    'quotes come to the same text where some readers take it for something else',
    'a: [yes, 1] # one\n',
    { kind: 'set', path: ['a', 0], value: 'yes' },
    'a: ["yes", 1] # one\n',
  ],
  ['quotes stay where they are', "a: 'on'\n", { kind: 'set', path: ['a'], value: 'on' }, "a: 'on'\n"],
  [
    'a sign that only counts in brackets stays outside of them',
    'a: b?\n',
    { kind: 'set', path: ['a'], value: 'b?' },
    'a: b?\n',
  ],
  ['quotes go with a number', 'a: "80"\n', { kind: 'set', path: ['a'], value: 80 }, 'a: 80\n'],
  [
    'an empty value, before its comment',
    'a: # none\nb: 1\n',
    { kind: 'set', path: ['a'], value: 'x' },
    'a: x # none\nb: 1\n',
  ],
  ['an empty item', '- # none\n- 1\n', { kind: 'set', path: [0], value: 'x' }, '- x # none\n- 1\n'],
  [
    'a new key behind the last, before deeper comments end',
    'a:\n  b: 1\n  # of a\nz: 1\n',
    { kind: 'set', path: ['a', 'c'], value: 2 },
    'a:\n  b: 1\n  c: 2\n  # of a\nz: 1\n',
  ],
  [
    'a new key in the schema order',
    'name: x\nroute: []\n',
    { kind: 'set', path: ['match'], value: 'm', order: ['name', 'match', 'route'] },
    'name: x\nmatch: m\nroute: []\n',
  ],
  [
    'a new key that the schema puts first',
    'spec:\n  # where to\n  route: []\n  match: m\n',
    { kind: 'set', path: ['spec', 'name'], value: 'x', order: ['name', 'match', 'route'] },
    'spec:\n  name: x\n  # where to\n  route: []\n  match: m\n',
  ],
  [
    'a new key that the schema puts first, below what is said of the file',
    '# of the file\nkind: K\n',
    { kind: 'set', path: ['apiVersion'], value: 'v1', order: ['apiVersion', 'kind'] },
    '# of the file\napiVersion: v1\nkind: K\n',
  ],
  [
    'a new key that the schema puts first, and a dash stands there',
    '- route: []\n  timeout: 5s\n',
    { kind: 'set', path: [0, 'name'], value: 'x', order: ['name', 'route', 'timeout'] },
    '- route: []\n  timeout: 5s\n  name: x\n',
  ],
  [
    'an item as it is written elsewhere',
    'a:\n  -   x\n# end\n',
    {
      kind: 'insert',
      path: ['a'],
      index: 1,
      value: { b: 1, c: ['x', 'y'] },
      as: { above: ['# of b'], behind: [' b: 1 # one', '  # two', '', '  c: [x,  y]', '  # of c'] },
    },
    'a:\n  -   x\n  # of b\n  - b: 1 # one\n    # two\n\n    c: [x,  y]\n    # of c\n# end\n',
  ],
  [
    'the first item as it is written elsewhere, in a file with the line ends of Windows',
    'a:\r\n  b: 1\r\n',
    {
      kind: 'insert',
      path: ['a', 'c'],
      index: 0,
      value: { d: 1 },
      as: { above: ['# of d'], behind: [' d: 1', '  # end'] },
    },
    'a:\r\n  b: 1\r\n  c:\r\n  # of d\r\n  - d: 1\r\n    # end\r\n',
  ],
  [
    'a key as it is written elsewhere',
    'a:\n- b: 1\n',
    {
      kind: 'set',
      path: ['a', 0, 'c'],
      value: { d: 1 },
      as: { above: ['# why'], behind: [' # what', '    d: 1 # one'] },
    },
    'a:\n- b: 1\n  # why\n  c: # what\n      d: 1 # one\n',
  ],
  [
    'the first key of an item, with what is said of it above the dash',
    'a:\n- {}\n',
    { kind: 'set', path: ['a', 1, 'b'], value: 2, as: { above: ['# why'], behind: [' 2 # two'] } },
    'a:\n- {}\n# why\n- b: 2 # two\n',
  ],
  [
    'a value, where what is written elsewhere says another',
    'a: 1\n',
    { kind: 'set', path: ['b'], value: 2, as: { above: [], behind: [' 3 # three'] } },
    'a: 1\nb: 2\n',
  ],
  [
    'in braces, where lines cannot go',
    'a: {b: 1}\n',
    { kind: 'set', path: ['a', 'c'], value: 2, as: { above: ['# why'], behind: [' 2 # two'] } },
    'a: {b: 1, c: 2}\n',
  ],
  [
    'an item goes with the comments that speak of it',
    'a:\n# of x\n- x\n# of y\n# still\n- y # why\n  # end\n# of z\n- z\n',
    { kind: 'remove', path: ['a', 1], comments: true },
    'a:\n# of x\n- x\n# of z\n- z\n',
  ],
  [
    'missing parents',
    'spec:\n    host: a\n',
    { kind: 'set', path: ['spec', 'tls', 'mode'], value: 'SIMPLE' },
    'spec:\n    host: a\n    tls:\n        mode: SIMPLE\n',
  ],
  [
    'parents of an empty map',
    'spec: {} # later\n',
    { kind: 'set', path: ['spec', 'hosts', 0], value: 'a' },
    'spec: # later\n  hosts:\n  - a\n',
  ],
  [
    'into a flow map',
    'a: {b: 1, c: [x]}\n',
    { kind: 'set', path: ['a', 'd'], value: { e: 'f?' } },
    'a: {b: 1, c: [x], d: {e: "f?"}}\n',
  ],
  [
    'into a flow map of several lines',
    'a: {\n  b: 1,\n  c: 2\n}\n',
    { kind: 'set', path: ['a', 'd'], value: 3 },
    'a: {\n  b: 1,\n  c: 2,\n  d: 3\n}\n',
  ],
  [
    'an index equal to the length appends',
    'a:\n  -   x\n',
    { kind: 'set', path: ['a', 1], value: { b: 1, c: 2 } },
    'a:\n  -   x\n  -   b: 1\n      c: 2\n',
  ],
  [
    'before an item, above its comment',
    '# of x\n- x\n- y\n',
    { kind: 'insert', path: [], index: 0, value: 'w' },
    '- w\n# of x\n- x\n- y\n',
  ],
  [
    'between items',
    '- x # 1\n# of y\n- y\n',
    { kind: 'insert', path: [], index: 1, value: 'w' },
    '- x # 1\n- w\n# of y\n- y\n',
  ],
  [
    'a key goes with its comment on the line',
    'a: 1\nb: 2 # two\n# of c\nc: 3\n',
    { kind: 'remove', path: ['b'] },
    'a: 1\n# of c\nc: 3\n',
  ],
  ['the first key on a dash', '- a: 1\n  b: 2\n', { kind: 'remove', path: [0, 'a'] }, '- b: 2\n'],
  [
    'the first key on a dash, with a comment under it',
    '- a: 1\n  # of b\n  b: 2\n',
    { kind: 'remove', path: [0, 'a'] },
    '- # of b\n  b: 2\n',
  ],
  [
    'the last child leaves its parent empty',
    'a: # of a\n  b: 1\nc: 2\n',
    { kind: 'remove', path: ['a', 'b'] },
    'a: {} # of a\nc: 2\n',
  ],
  ['the last item', 'a:\n- b\n', { kind: 'remove', path: ['a', 0] }, 'a: []\n'],
  ['in flow, with one comma', 'a: [x, y, z]\n', { kind: 'remove', path: ['a', 1] }, 'a: [x, z]\n'],
  ['the last in flow', 'a: { x: 1, y: 2 }\n', { kind: 'remove', path: ['a', 'y'] }, 'a: { x: 1 }\n'],
  ['the last line of a file without a line break', 'a: 1\nb: 2', { kind: 'remove', path: ['b'] }, 'a: 1\n'],
  ['no line break is added at the end', 'a: 1', { kind: 'set', path: ['b'], value: 2 }, 'a: 1\nb: 2'],
  [
    'CRLF',
    'a: 1\r\nb:\r\n  c: 1\r\n',
    { kind: 'set', path: ['b', 'd'], value: [1] },
    'a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n  - 1\r\n',
  ],
  ['BOM', '\ufeffa: 1\n', { kind: 'set', path: ['b'], value: 2 }, '\ufeffa: 1\nb: 2\n'],
  [
    'several lines',
    'a: x # why\nb: 1\n',
    { kind: 'set', path: ['a'], value: 'p\nq\n' },
    'a: | # why\n  p\n  q\nb: 1\n',
  ],
  [
    'a block scalar stays one',
    'a: | # why\n  p\n  q\nb: >\n   r\n   s\n',
    { kind: 'set', path: [], value: { a: 'x', b: 'r\nt\n' } },
    'a: |- # why\n  x\nb: >\n   r\n\n   t\n',
  ],
  [
    'a block scalar gives way to what it cannot hold',
    'a: |- # why\n  p\n  q\nb: 1\n',
    { kind: 'set', path: ['a'], value: 80 },
    'a: 80 # why\nb: 1\n',
  ],
  [
    'only the items of a list that differ',
    '- a # 1\n- b # 2\n- c # 3\n',
    { kind: 'set', path: [], value: ['a', 'x', 'c', 'd'] },
    '- a # 1\n- x # 2\n- c # 3\n- d\n',
  ],
  [
    'a tag goes where the new value does not fit it',
    'a: !!str 2 # n\nb: !!map\n  c: 1\n',
    { kind: 'set', path: [], value: { a: 3, b: 'x' } },
    'a: 3 # n\nb: x\n',
  ],
  ['a tag stays where it fits', 'a: !!str 2\n', { kind: 'set', path: ['a'], value: '3' }, 'a: !!str "3"\n'],
  ['a value behind an anchor', 'a: &x\nb: 1\n', { kind: 'set', path: ['a'], value: 2 }, 'a: &x 2\nb: 1\n'],
  [
    'a key without a colon',
    'a: {b, c: 1}\n',
    { kind: 'set', path: ['a', 'b'], value: 2 },
    'a: {b: 2, c: 1}\n',
  ],
  [
    'a new key beside explicit keys',
    'a:\n  ? b\n  : - 1\n',
    { kind: 'set', path: ['a', 'c'], value: 2 },
    'a:\n  ? b\n  : - 1\n  c: 2\n',
  ],
  [
    'no block scalar at an end without a line break, where readers differ',
    'a: 1',
    { kind: 'set', path: ['b'], value: 'p\nq\n' },
    'a: 1\nb: "p\\nq\\n"',
  ],
  [
    'no line break is added where the last lines go',
    'a: {}\nb: 1\nc: 2',
    { kind: 'set', path: [], value: { a: {}, b: 1 } },
    'a: {}\nb: 1',
  ],
  [
    'the first value of a document of comments',
    '# why',
    { kind: 'set', path: ['a', 'b'], value: 1 },
    '# why\na:\n  b: 1\n',
  ],
  [
    'the first value of an empty document',
    '--- # why\r\n...\r\n',
    { kind: 'set', path: ['a', 0], value: 'x' },
    '--- # why\r\na:\r\n- x\r\n...\r\n',
  ],
  ['an anchor stays', 'a: &x 1\n', { kind: 'set', path: ['a'], value: 2 }, 'a: &x 2\n'],
  [
    'an item moves with its comments',
    '# of x\n- x\n# of y\n- y:\n    z: 1 # z\n',
    { kind: 'move', path: [], from: 1, to: 0 },
    '# of y\n- y:\n    z: 1 # z\n# of x\n- x\n',
  ],
  [
    'items of a flow list change places',
    '[a, b,  c]\n',
    { kind: 'move', path: [], from: 0, to: 2 },
    '[b, c,  a]\n',
  ],
  [
    'a moved first item on its parent dash',
    'a:\n- - x\n  - y\n',
    { kind: 'move', path: ['a', 0], from: 0, to: 1 },
    'a:\n- - y\n  - x\n',
  ],
  [
    'a key is renamed in its quotes',
    '"a b": 1 # x\n',
    { kind: 'rename-key', path: ['a b'], key: 'c d' },
    '"c d": 1 # x\n',
  ],
];

describe('writtenAt', () => {
  it.each([
    [
      'an item with its comments',
      'a:\n  # of x\n  - x: 1 # one\n\n    # of y\n    y: |\n      text\n    # end\n  - z\n',
      ['a', 0],
      { above: ['# of x'], behind: [' x: 1 # one', '', '  # of y', '  y: |', '    text', '  # end'] },
    ],
    ['a key', 'a:\n  b: {c: 1} # one\n', ['a', 'b'], { above: [], behind: [' {c: 1} # one'] }],
    [
      'the first key of an item, without what is said of the item',
      '# of the item\n- x:\n    y: 1\n',
      [0, 'x'],
      { above: [], behind: ['', '  y: 1'] },
    ],
    ['CRLF', '- x:\r\n    y: 1\r\n', [0], { above: [], behind: [' x:', '    y: 1'] }],
  ])('reads %s', (_, text, path, expected) => {
    expect(writtenAt(text, path)).toEqual(expected);
  });

  it.each([
    ['in brackets', 'a: [x]\n', ['a', 0]],
    ['with an anchor', 'a:\n- x: &one 1\n', ['a', 0]],
    ['what is not there', 'a: 1\n', ['b']],
  ])('reads nothing %s', (_, text, path) => {
    expect(writtenAt(text, path)).toBeUndefined();
  });
});

describe('editDocument', () => {
  it.each(golden)('%s', (_, before, edit, after) => {
    expect(editDocument(before, edit).text).toBe(after);
  });

  it('makes no edit where the document says it already', () => {
    expect(editDocument('a: "1"\n', { kind: 'set', path: ['a'], value: '1' }).edits).toEqual([]);
  });

  it.each<[string, string, DocumentEdit, string]>([
    ['through an alias', 'a: &x {b: 1}\nc: *x\n', { kind: 'set', path: ['c', 'b'], value: 2 }, 'alias'],
    [
      'an anchor that is used elsewhere',
      'a: &x {b: 1}\nc: *x\n',
      { kind: 'set', path: ['a', 'b'], value: 2 },
      'alias',
    ],
    [
      'through a merge key',
      'a: &x {b: {d: 1}}\nc:\n  <<: *x\n',
      { kind: 'set', path: ['c', 'b', 'd'], value: 2 },
      'merge',
    ],
    [
      'a key that is merged in',
      'a: &x {b: 1}\nc:\n  <<: *x\n',
      { kind: 'remove', path: ['c', 'b'] },
      'merge',
    ],
    [
      'what a merge key would bring back',
      'a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n',
      { kind: 'remove', path: ['c', 'b'] },
      'merge',
    ],
    ['a broken document', 'a: [\n', { kind: 'set', path: ['a'], value: 1 }, 'broken'],
    ['a duplicate key', 'a: 1\na: 2\n', { kind: 'set', path: ['a'], value: 1 }, 'broken'],
    ['a key of a list', 'a: [1]\n', { kind: 'set', path: ['a', 'b'], value: 1 }, 'wrong-parent'],
    ['beyond the end of a list', 'a: [1]\n', { kind: 'set', path: ['a', 2], value: 1 }, 'out-of-range'],
    ['what is not there', 'a: 1\n', { kind: 'remove', path: ['b'] }, 'not-found'],
    ['a name that is taken', 'a: 1\nb: 2\n', { kind: 'rename-key', path: ['a'], key: 'b' }, 'duplicate'],
  ])('refuses %s', (_, before, edit, reason) => {
    let refused: unknown;
    try {
      editDocument(before, edit);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(RefusedError);
    expect((refused as RefusedError).reason).toBe(reason);
  });
});
