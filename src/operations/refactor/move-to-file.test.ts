import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDocuments } from '../../yaml/index.ts';
import { moveToFile } from './move-to-file.ts';
import { refactored } from './refactor.testkit.ts';

const HEAD = '# Our shop.\n# Ask the shop team.\n\n';
const named = (name: string, kind = 'VirtualService') =>
  `# ${name} of ours\napiVersion: networking.istio.io/v1   # stable\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec:\n    hosts: ["${name}"]\n`;
const ONE = named('one');
const TWO = named('two');
const id = (name: string) => ({ resource: `VirtualService/shop/${name}` });
const move = (files: Record<string, string>, name: string, file: string, more = {}) =>
  refactored(files, moveToFile, id(name), { file, ...more }).changed;

describe('move to another file', () => {
  it.each([
    [
      'to a new file, as it is written',
      { 'a.yaml': `${HEAD}${ONE}---\n${TWO}` },
      { 'a.yaml': HEAD + ONE, 'b.yaml': TWO },
      'two',
    ],
    [
      'from the top, and what speaks of the file stays',
      { 'a.yaml': `${HEAD}${ONE}---\n${TWO}` },
      { 'a.yaml': HEAD + TWO, 'b.yaml': ONE },
      'one',
    ],
    [
      'behind what is there',
      { 'a.yaml': `${ONE}---\n${TWO}`, 'b.yaml': named('three') },
      { 'a.yaml': ONE, 'b.yaml': `${named('three')}---\n${TWO}` },
      'two',
    ],
    [
      'out of a file that then goes, its head with it',
      { 'a.yaml': HEAD + ONE },
      { 'a.yaml': '', 'b.yaml': HEAD + ONE },
      'one',
    ],
    [
      'with the line breaks of the other file',
      { 'a.yaml': `${ONE}---\n${TWO}`, 'b.yaml': 'kind: Service\r\nmetadata: {name: x}\r\n' },
      {
        'a.yaml': ONE,
        'b.yaml': `kind: Service\r\nmetadata: {name: x}\r\n---\r\n${TWO.replaceAll('\n', '\r\n')}`,
      },
      'two',
    ],
    [
      'from between markers',
      { 'a.yaml': `---\n${ONE}---\n${TWO}...\n---\n${named('three')}` },
      { 'a.yaml': `---\n${ONE}---\n${named('three')}`, 'b.yaml': TWO },
      'two',
    ],
  ])('%s', (_, files, changed, name) => {
    expect(move(files as unknown as Record<string, string>, name, 'b.yaml')).toEqual(changed);
  });

  const LIST = `apiVersion: v1
kind: List
items:
- apiVersion: networking.istio.io/v1
  kind: VirtualService
  metadata: {name: one, namespace: shop}
# The second.
- kind: VirtualService
  apiVersion: networking.istio.io/v1   # stable
  metadata:
    # called so
    name: two
    namespace: shop
`;
  const ITEM = `# The second.
kind: VirtualService
apiVersion: networking.istio.io/v1   # stable
metadata:
  # called so
  name: two
  namespace: shop
`;

  it('out of a List, and into one', () => {
    const out = move({ 'a.yaml': LIST }, 'two', 'b.yaml');
    expect(out).toEqual({ 'a.yaml': LIST.slice(0, LIST.indexOf('# The second')), 'b.yaml': ITEM });
    expect(move(out, 'two', 'a.yaml')).toEqual({ 'a.yaml': LIST, 'b.yaml': '' });
  });

  it('several at once, in the order in which they stood', () => {
    const files = { 'a.yaml': [ONE, TWO, named('three')].join('---\n') };
    const moved = move(files, 'three', 'b.yaml', { with: [id('one').resource] });
    expect(moved).toEqual({ 'a.yaml': TWO, 'b.yaml': `${ONE}---\n${named('three')}` });
  });

  it('keeps the empty file where that is wanted, and says so', () => {
    const { changed, warnings } = refactored({ 'a.yaml': ONE }, moveToFile, id('one'), {
      file: 'b.yaml',
      tidy: '',
    });
    expect(changed).toEqual({ 'a.yaml': '', 'b.yaml': ONE });
    expect(warnings).toHaveLength(1);
  });

  it.each(['a.yaml', '', 'b.txt', '../b.yaml', 'meshwright.config.yaml', 'b.expect.yaml'])(
    'not to %s',
    (file) => expect(() => move({ 'a.yaml': ONE }, 'one', file)).toThrow(),
  );

  it('loses no document and no line, whatever stands around', () => {
    const part = fc.constantFrom(ONE, TWO, named('three'), '# a word\n', HEAD, 'just: text\n', '');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(part, { maxLength: 3 }), (here, there) => {
        const files = {
          'a.yaml': [...here, named('moved')].join('---\n'),
          ...(there.length > 0 && { 'b.yaml': there.join('---\n') }),
        };
        const { texts } = refactored(files, moveToFile, id('moved'), { file: 'b.yaml', tidy: '' });
        const lines = (all: Readonly<Record<string, string>>) =>
          Object.values(all)
            .flatMap((text) => text.split('\n'))
            .filter((line) => line !== '' && line !== '---')
            .toSorted();
        expect(lines(texts)).toEqual(lines(files));
        expect(splitDocuments(texts['b.yaml'] ?? '').at(-1)?.text).toContain('name: moved');
      }),
      { numRuns: 60 },
    );
  });
});
