import { assert as check, property, shuffledSubarray } from 'fast-check';
import { expect, it } from 'vitest';
import { createDraft } from './draft.ts';
import { namespaceNamings } from './naming/namespace-names.ts';
import { contextOf } from './operations.testkit.ts';
import { placedIn, setMany, settingMany } from './set-many.ts';

const service = (name: string, namespace: string) =>
  `apiVersion: v1 # ${name}\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\n`;
const route = (name: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
  namespace: "shop"
spec:
  hosts: [${name}.shop.svc.cluster.local, '${name}.other.svc.cluster.local']
  gateways:
  - shop/front   # ours
  http:
  - route:
    - destination: {host: ${name}.shop.svc.cluster.local}
      weight: 100
`;
const CONTEXT = contextOf({
  'a.yaml': [service('a', 'shop'), route('a'), service('b', "'shop'")].join('---\n'),
  'b.yaml': [route('b').replaceAll('\n', '\r\n'), route('c').replaceAll('\n', '\r\n')].join('---\r\n'),
  'list.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${route('d').trimEnd().replaceAll('\n', '\n  ')}\n- ${route('e').trimEnd().replaceAll('\n', '\n  ')}\n`,
  'other.yaml': service('x', 'other'),
});
const PLACES = CONTEXT.mesh.resources.flatMap((resource) =>
  [...namespaceNamings(CONTEXT.mesh, resource, 'shop', 'store')].flatMap(
    ({ path, value }) => placedIn(resource, path, value) ?? [],
  ),
);

it('comes to what the places come to one by one, in whatever order, and the mesh is that of the files', () => {
  expect(PLACES.length).toBeGreaterThan(20);
  check(
    property(shuffledSubarray(PLACES), (places) => {
      const [together, apart] = [createDraft(CONTEXT), createDraft(CONTEXT)];
      setMany(together, places);
      for (const place of places) setMany(apart, [place]);
      expect(together.files).toEqual(apart.files);
      expect(together.mesh.resources.map(({ id, value }) => [id, value])).toEqual(
        contextOf(
          Object.fromEntries(together.files.map(({ path, text }) => [path, text])),
        ).mesh.resources.map(({ id, value }) => [id, value]),
      );
    }),
    { numRuns: 40 },
  );
});

it('tells after each document how many are done', () => {
  const told = [...settingMany(createDraft(CONTEXT), PLACES)];
  expect(told.map((progress) => progress?.done)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(told.map((progress) => progress?.total))).toEqual(new Set([6]));
});

it('changes nothing of the files that it was given, however far it came', () => {
  const before = JSON.stringify(CONTEXT.files);
  const work = settingMany(createDraft(CONTEXT), PLACES);
  work.next();
  work.next();
  expect(JSON.stringify(CONTEXT.files)).toBe(before);
});
