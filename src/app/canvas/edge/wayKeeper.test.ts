import { describe, expect, it } from 'vitest';
import { allWays, routeIn, unfound, type PlacedTopology } from '../../../topology/index.ts';
import { openMesh } from '../canvas.testkit.ts';
import { createWayKeeper } from './wayKeeper.ts';

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n`;
const routing = (name: string) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  hosts: [${name}]\n  http: [{route: [{destination: {host: ${name}}}]}]\n`;
const mesh = async (names: readonly string[]): Promise<PlacedTopology> => {
  const session = await openMesh(names.flatMap((name) => [service(name), routing(name)]).join('---\n'));
  return session.getState().analysis.placed;
};

/** A clock that goes on by so much whenever it is asked, and slices that run when told. */
function keeper(tick: number) {
  let [time, slice] = [0, null as (() => boolean) | null];
  const made = createWayKeeper({
    now: () => (time += tick),
    later(next) {
      slice = next;
      return () => (slice = null);
    },
  });
  const finish = () => {
    let slices = 0;
    while (slice) {
      if (!slice()) slice = null;
      slices++;
    }
    return slices;
  };
  return { made, finish };
}

const names = Array.from({ length: 12 }, (_, n) => `app-${String(n)}`);

describe('the keeper of ways', () => {
  it('has all ways of a small picture at once', async () => {
    const picture = await mesh(['orders', 'stock']);
    const { made } = keeper(0.01);
    expect(unfound(made.show(picture))).toEqual([]);
    expect(made.isSketch(picture)).toBe(false);
  });

  it('draws plain ways where there is no time, and tells once the others are found: the same in the end', async () => {
    const picture = await mesh(names);
    const { made, finish } = keeper(3);
    let told = 0;
    made.subscribe(() => told++);
    expect(unfound(made.show(picture))).toHaveLength(picture.edges.length);
    expect(made.isSketch(picture)).toBe(true);
    made.settle(picture.edges);
    expect(finish()).toBeGreaterThan(5);
    expect(told).toBe(1);
    expect(made.isSketch(picture)).toBe(false);
    const [found, atOnce] = [made.show(picture), allWays(picture)];
    for (const edge of picture.edges) expect(routeIn(found, edge)).toEqual(routeIn(atOnce, edge));
  });

  it('looks for nothing where an edit changed words only', async () => {
    const picture = await mesh(names);
    const { made, finish } = keeper(3);
    made.show(picture);
    made.settle(picture.edges);
    finish();
    const edges = picture.edges.map((edge, n) => (n === 3 ? { ...edge, inert: 'not reached' } : edge));
    const after = made.show({ ...picture, edges });
    expect(unfound(after)).toEqual([]);
    made.settle(edges);
    expect(finish()).toBe(0);
  });
});
