import { asList, asText, member, type ModelledKind } from '../../../istio/index.ts';
import type { Near } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { type TopologyEdge, lookOf } from '../../../topology/index.ts';
import { addResource, suggestionFor } from '../../commands/add.ts';
import type { Refusal } from '../connect/destination.ts';
import { nearSpot } from '../connect/nearSpot.ts';
import { refuse } from '../connect/refuse.ts';
import type { Spot } from '../state/canvasState.ts';
import { onLine } from './onLine.ts';

/** Where a kind is let go: on a node or row, on a line, or on empty paper. */
export interface DropPlace {
  readonly spot: Spot | null;
  readonly edge: TopologyEdge | null;
}

/** What letting a kind go does, in words, and what the new resource is connected to; or why nothing is added. */
export type DropMeaning = { readonly near: Near | null; readonly words: string } | Refusal;

export function dropMeaning(session: Session, kind: ModelledKind, { spot, edge }: DropPlace): DropMeaning {
  const state = session.getState();
  const on = edge && onLine(state, edge, kind);
  if (on && 'refusal' in on) return on;
  const near = on ? on.near : spot && nearSpot(state, spot);
  const { fresh, file } = suggestionFor(session, kind, { near });
  const connects = fresh.connect(file).length > 0;
  if (edge && kind === 'Gateway' && !connects)
    return {
      refusal:
        'A Gateway lets requests in to a VirtualService, and none routes what this line leads to. Add one first.',
    };
  const also = connects ? (ALSO[kind] ?? '') : '';
  return { near, words: `Adds a ${lookOf(kind).words}${aboutOf(fresh.value['spec'])}${also}` };
}

/** Adds a kind at a place, or says why not. */
export function addAt(session: Session, kind: ModelledKind, place: DropPlace): void {
  const meaning = dropMeaning(session, kind, place);
  if ('refusal' in meaning) refuse(session, 'Not added', meaning.refusal);
  else addResource(session, kind, { near: meaning.near });
}

const ALSO: Partial<Record<ModelledKind, string>> = {
  VirtualService: ', and what it routes to',
  ServiceEntry: ', and sends requests there',
  Gateway: ', and lets its requests in',
};

/** The host that the new one is about: ` for books.example`. */
function aboutOf(spec: Parameters<typeof member>[0]): string {
  const server = asList(member(spec, 'servers'))[0];
  const hosts = asList(member(server ?? spec, 'hosts'));
  const host = asText(member(spec, 'host')) ?? asText(hosts[0]);
  return host === undefined ? '' : ` for ${host}`;
}
