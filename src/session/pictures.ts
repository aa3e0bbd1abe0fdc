import {
  moveNode,
  place,
  WHOLE_VIEW,
  type Flow,
  type PlacedTopology,
  type Topology,
  type ViewOptions,
} from '../topology/index.ts';
import { createDeparted } from './departed.ts';
import { placeOn } from './placing.ts';

/** Where a node stands, in canvas units. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where all nodes of one picture stand, by id. */
export type Places = ReadonlyMap<string, Spot>;

/** What makes two pictures of a mesh two: whose it is, what of it is drawn, and which way it flows. */
export interface Frame {
  readonly workspace: string;
  readonly view: ViewOptions;
  readonly flow: Flow;
}

/** Where everything in one picture stood, to go back to. */
export interface Arrangement {
  readonly picture: string;
  readonly placed: PlacedTopology;
}

/** A change of places that a person asks for. */
export type Rearrangement =
  | { readonly kind: 'tidy' }
  | { readonly kind: 'put-back'; readonly arrangement: Arrangement }
  | {
      readonly kind: 'move';
      readonly node: string;
      readonly x: number;
      readonly y: number;
      readonly held: boolean;
    };

/** The drawn part of an analysis. */
export interface Drawn {
  readonly drawn: Topology;
  readonly placed: PlacedTopology;
}

/**
 * Every view of a mesh is a picture of its own, in which a node keeps its place: a picture seen before is found as it was
 * left, and one that was never seen is laid out.
 */
export interface Pictures {
  /** The picture that comes after `before`, which was given by the last call. */
  next(frame: Frame, drawn: Topology, before: Drawn, change?: Rearrangement): PlacedTopology;
  /** The picture that was given by the last call, to go back to. */
  arrangement(placed: PlacedTopology): Arrangement;
  /** What is kept of a workspace: the picture shown, and those of all of its mesh. */
  kept(workspace: string, view: ViewOptions, shown: PlacedTopology): ReadonlyMap<string, Places>;
  /** Pictures of a workspace as they were left on an earlier visit. */
  know(workspace: string, pictures: ReadonlyMap<string, Places>): void;
}

/** So many pictures are remembered. */
const MOST = 24;

export function createPictures(): Pictures {
  const known = new Map<string, Places>();
  const departed = createDeparted();
  let shown = '';

  const remember = (key: string, places: Places) => {
    known.delete(key);
    known.set(key, places);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  };

  return {
    next({ workspace, view, flow }, drawn, before, change) {
      const key = keyOf(workspace, pictureName(view, flow));
      const same = drawn === before.drawn && flow === before.placed.flow;
      const asBefore = same && shown.startsWith(keyOf(workspace, ''));
      const mine = key === shown || asBefore;
      if (!mine && shown) remember(shown, placesIn(before.placed));
      const last = mine ? before.placed : standing(known.get(key), drawn, flow);
      shown = key;
      switch (change?.kind) {
        case 'tidy':
          return place(drawn, flow);
        case 'put-back': {
          const { picture, placed } = change.arrangement;
          const places = placesIn(placed);
          if (picture === key) return placeOn(standing(places, drawn, flow), drawn, flow);
          // It is another picture's, which is not shown now: it stands so when it is looked at again.
          remember(picture, places);
          return placeOn(last, drawn, flow);
        }
        case 'move':
          return moveNode(before.placed, change.node, change.x, change.y, change.held);
        default:
          return placeOn(mine ? departed.returned(key, before.placed, drawn) : last, drawn, flow);
      }
    },
    arrangement(placed) {
      return { picture: shown, placed };
    },
    kept(workspace, view, placed) {
      const all = new Map<string, Places>();
      for (const each of ['down', 'right'] as const) {
        const name = pictureName(WHOLE_VIEW, each);
        const places = known.get(keyOf(workspace, name));
        if (places) all.set(name, places);
      }
      if (placed.nodes.length > 0)
        all.set(pictureName({ ...view, query: undefined }, placed.flow), placesIn(placed));
      return all;
    },
    know(workspace, pictures) {
      for (const [name, places] of pictures) remember(keyOf(workspace, name), places);
    },
  };
}

/** A name for what a view draws of a mesh, the same for views that draw the same. */
export function pictureName(view: ViewOptions, flow: Flow): string {
  const { hiddenKinds, hiddenNamespaces, collapsedNamespaces, focus, query, onlyProblems } = view;
  return JSON.stringify([
    flow,
    ...[hiddenKinds, hiddenNamespaces, collapsedNamespaces].map((names) => names.toSorted()),
    focus ? [focus.node, focus.depth ?? null] : null,
    query ?? '',
    onlyProblems === true,
  ]);
}

const keyOf = (workspace: string, name: string) => `${workspace}\n${name}`;

function placesIn({ nodes }: PlacedTopology): Places {
  return new Map(nodes.map(({ node, x, y, width, height }) => [node.id, { x, y, width, height }]));
}

/** The nodes that have a place already, where they stand; null where none has. */
function standing(places: Places | undefined, drawn: Topology, flow: Flow): PlacedTopology | null {
  if (!places) return null;
  const nodes = drawn.nodes.flatMap((node) => {
    const spot = places.get(node.id);
    return spot ? [{ node, ...spot }] : [];
  });
  return nodes.length > 0 ? { flow, nodes, edges: [], boundary: null } : null;
}
