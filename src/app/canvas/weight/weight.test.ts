import { describe, expect, it } from 'vitest';
import type { Session } from '../../../session/index.ts';
import { meshText, openMesh } from '../canvas.testkit.ts';
import { weightAfterKey } from './weightKeys.ts';
import { startShift } from './weightShift.ts';
import { weightWay } from './weightWay.ts';

const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart.example]
  http:
  - route:
    - {destination: {host: a.example}, weight: 60}   # most
    - {destination: {host: b.example, subset: v2}, weight: 30}
    - {destination: {host: c.example}, weight: 10}
  - route:
    - {destination: {host: a.example}, weight: 1}
`;
const ways = (session: Session) => {
  const { mesh, topology } = session.getState().analysis;
  const routes = topology.edges.filter(
    ({ kind, source }) => kind === 'route' && source.startsWith('Virtual'),
  );
  return routes.map((edge) => weightWay(edge, mesh));
};
const undo = (session: Session) => session.dispatch({ type: 'undo' });

describe('a weight on the canvas', () => {
  it('is known by its rule, and only where ways share', async () => {
    const found = ways(await openMesh(ROUTES));
    expect(found.map((way) => way && [way.index, way.words, way.total])).toEqual([
      [0, 'a.example', 100],
      [1, 'b.example, subset v2', 100],
      [2, 'c.example', 100],
      null,
    ]);
  });

  it('takes from the others in proportion, each value at once, all as one step', async () => {
    const session = await openMesh(ROUTES);
    const way = ways(session)[0];
    if (!way) throw new Error('no way');
    const shift = startShift(session, way);
    shift.set(100);
    expect(meshText(session)).toContain('weight: 100}   # most');
    shift.set(20);
    shift.end();
    expect(meshText(session)).toBe(
      ROUTES.replace('weight: 60', 'weight: 20')
        .replace('weight: 30', 'weight: 60')
        .replace('weight: 10', 'weight: 20'),
    );
    undo(session);
    expect(meshText(session)).toBe(ROUTES);
  });

  it('is as it was when the drag is taken back', async () => {
    const session = await openMesh(ROUTES);
    const way = ways(session)[1];
    if (!way) throw new Error('no way');
    const shift = startShift(session, way);
    shift.set(80);
    shift.set(90);
    shift.cancel();
    expect(meshText(session)).toBe(ROUTES);
    expect(session.getState().redo).toBeNull();
  });

  it.each([
    ['ArrowRight', false, 51],
    ['ArrowUp', true, 60],
    ['ArrowLeft', false, 49],
    ['ArrowDown', true, 40],
    ['PageUp', false, 60],
    ['PageDown', false, 40],
    ['Home', false, 0],
    ['End', false, 100],
    ['a', false, undefined],
  ])('of 50 after %s (Shift: %s) is %s', (key, shift, expected) => {
    expect(weightAfterKey(key, shift, 50, 100)).toBe(expected);
  });
});
