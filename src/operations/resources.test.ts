import { describe, expect, it } from 'vitest';
import { after, contextOf, textAfter } from './operations.testkit.ts';
import { planOperation } from './plan-operation.ts';

const ONE = `# first
apiVersion: v1
kind: Service
metadata:
    name: one   # keep
`;
const TWO = 'apiVersion: v1\nkind: Service\nmetadata: {name: two}\n';
const NEW = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'new' } };

describe('add-resource', () => {
  it.each([
    ['an empty file', '', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: new\n'],
    [
      'a file, in its indentation',
      ONE,
      `${ONE}---\napiVersion: v1\nkind: Service\nmetadata:\n    name: new\n`,
    ],
    [
      'a file without a final line end',
      TWO.trimEnd(),
      `${TWO}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: new\n`,
    ],
    [
      'a file with carriage returns',
      TWO.replaceAll('\n', '\r\n'),
      `${TWO}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: new\n`.replaceAll('\n', '\r\n'),
    ],
    [
      'a file that is one List',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: one\nmetadata: {}\n',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: one\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: new\nmetadata: {}\n',
    ],
  ])('to %s', (_, before, expected) => {
    expect(textAfter(before, { kind: 'add-resource', file: 'a.yaml', value: NEW })).toBe(expected);
  });

  it('makes the file if it is not there, and selects the new resource', () => {
    const operation = { kind: 'add-resource', file: 'new.yaml', value: NEW } as const;
    expect(after(contextOf(ONE), operation)['new.yaml']).toBe(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: new\n',
    );
    expect(planOperation(contextOf(ONE), operation).select).toEqual({ resource: 'Service//new' });
  });

  it('selects the second of one name', () => {
    const value = { ...NEW, metadata: { name: 'one' } };
    const plan = planOperation(contextOf(ONE), { kind: 'add-resource', file: 'a.yaml', value });
    expect(plan.select).toEqual({ resource: 'Service//one#2' });
  });
});

describe('delete-resource', () => {
  const list =
    'kind: List\napiVersion: v1\nitems:\n- kind: Service\n  apiVersion: v1\n  metadata: {name: one}\n- kind: Service\n  apiVersion: v1\n  metadata: {name: two}\n';
  it.each([
    ['the first of two', `${ONE}---\n${TWO}`, 'Service//one', TWO],
    ['the last of two', `${ONE}---\n${TWO}`, 'Service//two', ONE],
    ['the only one', ONE, 'Service//one', ''],
    ['an item of a List', list, 'Service//two', list.slice(0, list.lastIndexOf('- kind'))],
  ])('%s', (_, before, resource, expected) => {
    expect(textAfter(before, { kind: 'delete-resource', resource })).toBe(expected);
  });
});

describe('duplicate-resource', () => {
  it('copies the document as it is written, right behind the original', () => {
    expect(
      textAfter(`${ONE}---\n${TWO}`, { kind: 'duplicate-resource', resource: 'Service//one', name: 'copy' }),
    ).toBe(`${ONE}---\n${ONE.replace('name: one', 'name: copy')}---\n${TWO}`);
  });

  it('leaves out what only the cluster may write', () => {
    const live = `apiVersion: v1
kind: Service
metadata:
  name: live
  uid: 5f0a
  resourceVersion: "77"
  labels: {app: live}
status:
  loadBalancer: {}
`;
    expect(textAfter(live, { kind: 'duplicate-resource', resource: 'Service//live', name: 'copy' })).toBe(
      `${live}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: copy\n  labels: {app: live}\n`,
    );
  });

  it.each([
    ['a mark of its own', `---\n${TWO}`],
    ['an end mark', `${TWO}...\n`],
    ['no final line end', TWO.trimEnd()],
    ['a byte order mark', `\ufeff${TWO}`],
    ['a directive', `%YAML 1.2\n---\n${TWO}`],
    ['carriage returns', `# a\r\n${TWO.replaceAll('\n', '\r\n')}`],
  ])('of a document with %s gives two documents that can be read', (_, before) => {
    const text = textAfter(before, { kind: 'duplicate-resource', resource: 'Service//two', name: 'three' });
    expect(text.startsWith(before)).toBe(true);
    const { mesh } = contextOf(text);
    expect(mesh.resources.map(({ id }) => id)).toEqual(['Service//two', 'Service//three']);
  });

  it.each([
    ['parted by a blank line', '# Licence: free\n\n', `# of the one\n${ONE}`, `---\n# of the one\n`],
    ['before a mark', '# Licence: free\n', `---\n${ONE}`, '---\n'],
  ])('leaves the header of the file where it is, %s', (_, header, text, between) => {
    expect(
      textAfter(header + text, { kind: 'duplicate-resource', resource: 'Service//one', name: 'copy' }),
    ).toBe(header + text + between + ONE.replace('name: one', 'name: copy'));
  });

  it('of an item is written as the item, comments included', () => {
    const item = `# of one
- kind: Service   # what
  apiVersion: v1
  metadata:
    name: one   # its name
    uid: 5f0a
  # where
  spec: {ports: [{port:  80}]}
`;
    const list = `kind: List\napiVersion: v1\nitems:\n${item}`;
    expect(textAfter(list, { kind: 'duplicate-resource', resource: 'Service//one', name: 'two' })).toBe(
      `${list}${item.replace('name: one', 'name: two').replace('    uid: 5f0a\n', '')}`,
    );
  });

  it('of an item is the next item', () => {
    const list =
      'kind: List\napiVersion: v1\nitems:\n- kind: Service\n  apiVersion: v1\n  metadata:\n    name: one\n';
    expect(textAfter(list, { kind: 'duplicate-resource', resource: 'Service//one', name: 'two' })).toBe(
      `${list}- kind: Service\n  apiVersion: v1\n  metadata:\n    name: two\n`,
    );
  });

  it('is refused under a name that is taken', () => {
    const operation = { kind: 'duplicate-resource', resource: 'Service//one', name: 'two' } as const;
    expect(() => textAfter(`${ONE}---\n${TWO}`, operation)).toThrow(/already a Service\/\/two/);
  });
});
