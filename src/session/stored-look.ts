import { WHOLE_VIEW, type ViewOptions } from '../topology/index.ts';
import type { Places, Spot } from './pictures.ts';
import type { Camera, Look } from './types.ts';

/** The key of the record that says how a workspace was looked at. Not part of the work: without it nothing is lost. */
export const lookKey = (id: string) => `look/${id}`;
/** Where nodes stand is apart from it: a walk through the picture does not write that again. */
export const placesKey = (id: string) => `places/${id}`;

/** How a workspace was looked at when it was last open. */
export interface KeptLook {
  /** Null where nobody has chosen one. */
  readonly view: ViewOptions | null;
  readonly look: Look;
  /** Where nodes stood, by picture. */
  readonly pictures: ReadonlyMap<string, Places>;
}

export const NO_LOOK: Look = {
  ownView: false,
  flow: null,
  camera: null,
  outlineOpen: false,
  mapOpen: null,
};

export const NOTHING_KEPT: KeptLook = { view: null, look: NO_LOOK, pictures: new Map() };

/** As it is stored: plain values. What a person only looks for in passing is not kept. */
export function storedLook({ view, look }: Pick<KeptLook, 'view' | 'look'>): unknown {
  return { version: 1, view: view && { ...view, query: undefined }, look };
}

/** As they are stored: few values, since there may be thousands of nodes. Ids hold no line breaks. */
export function storedPlaces(pictures: KeptLook['pictures']): unknown {
  return {
    version: 1,
    pictures: [...pictures].map(([name, places]) => ({
      name,
      ids: [...places.keys()].join('\n'),
      at: [...places.values()].flatMap(({ x, y, width, height }) => [x, y, width, height]),
    })),
  };
}

/** Out of storage. What an older or newer version wrote, or someone else, counts as far as it can be understood. */
export function readLook(stored: unknown): Omit<KeptLook, 'pictures'> {
  if (!isRecord(stored) || stored['version'] !== 1) return NOTHING_KEPT;
  const look = isRecord(stored['look']) ? stored['look'] : {};
  const view = readView(stored['view']);
  const { flow, mapOpen } = look;
  return {
    view,
    look: {
      ownView: view !== null,
      flow: flow === 'down' || flow === 'right' || flow === 'auto' ? flow : null,
      camera: readCamera(look['camera']),
      outlineOpen: look['outlineOpen'] === true,
      mapOpen: typeof mapOpen === 'boolean' ? mapOpen : null,
    },
  };
}

/** Out of storage, as far as it can be understood. */
export function readPlaces(stored: unknown): KeptLook['pictures'] {
  if (!isRecord(stored) || stored['version'] !== 1) return new Map();
  return new Map(listOf(stored['pictures']).flatMap(readPicture));
}

function readView(stored: unknown): ViewOptions | null {
  if (!isRecord(stored)) return null;
  const { focus, onlyProblems } = stored;
  const names = (key: string) => listOf(stored[key]).filter((name) => typeof name === 'string');
  const view: ViewOptions = {
    ...WHOLE_VIEW,
    hiddenKinds: names('hiddenKinds'),
    hiddenNamespaces: names('hiddenNamespaces'),
    collapsedNamespaces: names('collapsedNamespaces'),
    ...(onlyProblems === true && { onlyProblems }),
  };
  if (!isRecord(focus) || typeof focus['node'] !== 'string') return view;
  const { node, depth } = focus;
  return { ...view, focus: { node, ...(isNumber(depth) && depth >= 1 && { depth }) } };
}

function readCamera(stored: unknown): Camera | null {
  if (!isRecord(stored)) return null;
  const { flow, x, y, zoom } = stored;
  if ((flow !== 'down' && flow !== 'right') || !isNumber(x) || !isNumber(y) || !isNumber(zoom)) return null;
  return zoom > 0 ? { flow, x, y, zoom } : null;
}

function readPicture(stored: unknown): [string, Places][] {
  if (!isRecord(stored) || typeof stored['name'] !== 'string' || typeof stored['ids'] !== 'string') return [];
  const at = listOf(stored['at']);
  const places = new Map<string, Spot>();
  for (const [index, id] of stored['ids'].split('\n').entries()) {
    const [x, y, width, height] = at.slice(4 * index, 4 * index + 4);
    if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) break;
    places.set(id, { x, y, width, height });
  }
  return [[stored['name'], places]];
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
