import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, fieldAt, ownFieldAt, ownSchema, SCENARIOS, SETTINGS_FILE } from '../../istio/index.ts';
import { parseDocument, type YamlValue } from '../../yaml/index.ts';
import { contextOf, withCaret } from '../workspace.testkit.ts';
import { complete } from './index.ts';
import { SNIPPETS } from './snippets.ts';

function chosen(marked: string, label: string): { text: string; stops: number } {
  const { text, offset } = withCaret(marked);
  const { items } = complete(contextOf({ 'a.yaml': text }), 'a.yaml', offset);
  const item = items.find((each) => each.label === label);
  if (!item) throw new Error(`${label} is not among ${items.map((each) => each.label).join(', ')}`);
  const after = text.slice(0, item.replace.from) + item.insert + text.slice(item.replace.to);
  return { text: after, stops: item.stops.length };
}

const object = (kind: string, spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n${spec}`;

/** Of a file that holds no resources. */
const isOwn = (place: string): boolean =>
  [SETTINGS_FILE, EXPECTATIONS, SCENARIOS].some((type) => place.startsWith(type));

describe('whole list items', () => {
  it.each([
    ['behind a dash', '  http:\n  - ¦', '  http:\n  - route:\n    - destination:\n        host: '],
    [
      'in a document that indents lists',
      '  hosts:\n    - a\n  http:\n    - ¦',
      '  hosts:\n    - a\n  http:\n    - route:\n        - destination:\n            host: ',
    ],
    [
      'behind a dash without a blank',
      '  http:\n  -¦',
      '  http:\n  - route:\n    - destination:\n        host: ',
    ],
    [
      'while the label is typed',
      '  http:\n  - ru¦',
      '  http:\n  - route:\n    - destination:\n        host: ',
    ],
    [
      'as the next item',
      '  http:\n  - name: x\n  ¦',
      '  http:\n  - name: x\n  - route:\n    - destination:\n        host: ',
    ],
    [
      'as the first under a key',
      '  http:\n    ¦',
      '  http:\n    - route:\n        - destination:\n            host: ',
    ],
    [
      'before what stands below',
      '  http:\n  - ¦\n  - name: x\n',
      '  http:\n  - route:\n    - destination:\n        host: \n  - name: x\n',
    ],
    [
      'below a line that cannot be read',
      '  hosts: [\n  http:\n  - ¦',
      '  hosts: [\n  http:\n  - route:\n    - destination:\n        host: ',
    ],
  ])('are written %s', (_, spec, expected) => {
    expect(chosen(object('VirtualService', spec), 'rule · route').text).toBe(
      object('VirtualService', expected),
    );
  });

  it('stop where the person goes on', () => {
    expect(chosen(object('VirtualService', '  http:\n  - ¦'), 'rule · match and route').stops).toBe(2);
    expect(chosen(object('DestinationRule', '  subsets:\n  - ¦'), 'subset · version').stops).toBe(2);
  });

  it('are not offered where an item has begun, nor in braces', () => {
    for (const spec of ['  http:\n  - name: x\n    ¦', '  http: [{¦}]'])
      expect(() => chosen(object('VirtualService', spec), 'rule · route')).toThrow(/is not among/);
  });

  const all = Object.entries(SNIPPETS).flatMap(([place, snippets]) =>
    snippets.map(({ label, value }) => [place, label, value] as const),
  );
  it.each(all)('%s: %s holds only fields that the schema has', (place, _, value) => {
    const dot = isOwn(place) ? place.lastIndexOf('.') : place.indexOf('.');
    const [type, keys] = [place.slice(0, dot), place.slice(dot + 1).split('.')];
    const list = keys.flatMap((key, at) => (at < keys.length - 1 && key !== 'spec' ? [key, 0] : [key]));
    const visit = (node: YamlValue, path: (string | number)[]): void => {
      const field = ownSchema(type) ? ownFieldAt(type, path) : fieldAt(type, path);
      expect(field, path.join('.')).toBeDefined();
      if (Array.isArray(node)) node.forEach((item, index) => visit(item, [...path, index]));
      else if (node && typeof node === 'object')
        for (const [key, child] of Object.entries(node)) visit(child, [...path, key]);
    };
    visit(value, [...list, 0]);
  });

  it.each(Object.keys(SNIPPETS).filter((place) => !isOwn(place)))(
    '%s: each can be read as it is written',
    (place) => {
      const [kind = '', , ...keys] = place.split('.');
      const spec = keys.length === 1 ? `  ${keys[0]}:\n  - ¦` : `  ${keys[0]}:\n  - ${keys[1]}:\n    - ¦`;
      for (const { label } of SNIPPETS[place] ?? []) {
        const marked = object(kind, spec).replace(
          'networking.istio.io',
          /Policy|Authentication/.test(kind) ? 'security.istio.io' : 'networking.istio.io',
        );
        expect(parseDocument(chosen(marked, label).text).problems).toEqual([]);
      }
    },
  );
});
