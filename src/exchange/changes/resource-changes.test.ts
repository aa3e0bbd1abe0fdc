import { describe, expect, it } from 'vitest';
import { resourceChanges } from './resource-changes.ts';

const document = (name: string, host = `${name}.example`, more = '') =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: ${name}\nspec:\n  host: ${host}\n${more}`;
const files = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([path, text]) => ({ path, text }));
const told = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  resourceChanges(files(before), files(after))?.resources.map(
    ({ how, file, before, after, sentences }) =>
      `${how} ${(after ?? before)?.name} in ${file}${sentences.map(({ text }) => ` – ${text}`).join('')}`,
  );

describe('resourceChanges', () => {
  it('tells what was changed, added and removed', () => {
    const before = [document('one'), document('two'), document('three')].join('---\n');
    const after = [document('one'), document('two', 'b'), document('four')].join('---\n');
    expect(told({ a: before }, { a: after })).toEqual([
      'changed two in a – Is for what is sent to b instead of two.example',
      'added four in a',
      'removed three in a',
    ]);
  });

  it('says nothing of documents that only moved within a file', () => {
    const there = [document('one'), document('two'), document('three')].join('---\n');
    const back = [document('one'), document('three'), document('two')].join('---\n');
    expect(told({ a: there }, { a: back })).toEqual([]);
  });

  it('sees a second resource of the same text', () => {
    const [one, two] = [document('one'), document('two')];
    expect(told({ a: `${one}---\n${two}` }, { a: [one, two, two].join('---\n') })).toEqual([
      'added two in a',
    ]);
  });

  it('tells a move to another file, with what changed on the way', () => {
    expect(told({ a: document('one') }, { b: document('one') })).toEqual(['moved one in b']);
    expect(told({ a: document('one') }, { b: document('one', 'x') })).toEqual([
      'changed one in b – Is for what is sent to x instead of one.example',
    ]);
  });

  it('tells another name', () => {
    expect(told({ a: document('one', 'h') }, { a: document('two', 'h') })).toEqual([
      'renamed two in a – Name one → two',
    ]);
  });

  it('tells another namespace, whatever else is otherwise with it', () => {
    const within = (namespace: string) =>
      document('one', `a.${namespace}.svc.cluster.local`).replace(
        'name: one\n',
        `name: one\n  namespace: ${namespace}\n`,
      );
    expect(told({ a: within('shop') }, { a: within('store') })).toEqual([
      'renamed one in a – Namespace shop → store – Is for what is sent to a.store.svc.cluster.local instead of a.shop.svc.cluster.local',
    ]);
  });

  it('tells comments and formatting from data', () => {
    expect(told({ a: document('one') }, { a: `# why\n${document('one')}` })).toEqual(['formatting one in a']);
    expect(told({ a: document('one') }, { a: document('one').replaceAll('\n', '\r\n') })).toEqual([
      'formatting one in a',
    ]);
  });

  it('tells the item of a list that changed, and no other', () => {
    const list = (host: string) =>
      `apiVersion: v1\nkind: List\nitems:\n${['one', 'two']
        .map(
          (name) =>
            `- ${document(name, name === 'one' ? host : 'h')
              .trim()
              .replaceAll('\n', '\n  ')}\n`,
        )
        .join('')}`;
    expect(told({ a: list('x') }, { a: list('y') })).toEqual([
      'changed one in a – Is for what is sent to y instead of x',
    ]);
  });

  it('takes nothing for gone from a file with broken YAML', () => {
    const changes = resourceChanges(
      files({ a: document('one') }),
      files({ a: document('one').replace('metadata:', 'metadata: [') }),
    );
    expect(changes?.resources).toEqual([]);
    expect([...(changes?.broken ?? [])]).toEqual(['a']);
  });

  it('leaves out what the settings file assumes', () => {
    const settings = (name: string) => `assume:\n  services:\n    - ${name}.shop\n`;
    expect(
      told({ 'meshwright.config.yaml': settings('a') }, { 'meshwright.config.yaml': settings('b') }),
    ).toEqual([]);
  });

  it('gives up where too much differs', () => {
    const many = Array.from({ length: 1001 }, (_, index) => document(`n${index}`)).join('---\n');
    expect(resourceChanges([], files({ a: many }))).toBeNull();
  });

  it('reads only what differs', () => {
    const read: string[] = [];
    const others = Array.from({ length: 50 }, (_, index) => document(`n${index}`));
    const before = files({ a: [...others, document('one')].join('---\n'), b: document('two') });
    const after = files({ a: [...others, document('one', 'x')].join('---\n'), b: document('two') });
    resourceChanges(before, after, (text) => {
      read.push(text);
      return { text, value: undefined, problems: [] };
    });
    expect(read).toHaveLength(2);
  });
});
