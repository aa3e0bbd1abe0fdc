import { MODELLED_KINDS, type ModelledKind } from '../../istio/index.ts';

/** The type under which a kind is dragged from the rail onto the canvas; the data is the kind. */
export const KIND_MIME = 'application/x-meshwright-kind';

/** The kinds that are added often. */
export const ADDABLE = [
  'VirtualService',
  'ServiceEntry',
  'DestinationRule',
  'Gateway',
] as const satisfies ModelledKind[];

export const OTHER_KINDS: readonly ModelledKind[] = MODELLED_KINDS.filter(
  (kind) => !ADDABLE.some((often) => often === kind),
);

export const addCommandId = (kind: string) => `add.${kind}`;
