import {
  hostMentions,
  key,
  mentionRenamed,
  serviceNamespace,
  serviceLabel,
  type MeshSettings,
} from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { namedInExpectations } from './naming/expectations.ts';
import { namingsOf } from './naming/namings.ts';
import { finished, flatMapInSteps, type InSteps } from './in-steps.ts';
import { placedIn, placeOf, settingMany } from './set-many.ts';

/**
 * Gives a host another name wherever the files write it, each place in the form it has, and in what defines it: the hosts of a
 * ServiceEntry, the name of a Service. Both hosts are full names; a Service stays in its namespace.
 */
export function* renamingHost(draft: Draft, host: string, to: string): InSteps<void> {
  if (host === to) return;
  const { mesh } = draft;
  const { settings } = mesh;
  refuseName(host, to, settings);
  const [taken] = ['Service', 'ServiceEntry'].flatMap((type) => mesh.find(key.host(type, to)));
  if (taken) {
    throw new RefusedError(
      'duplicate',
      `${to} is defined already, by the ${taken.kind} ${taken.name}: with one name the two could not be told apart.`,
    );
  }
  const services = mesh.find(key.host('Service', host));
  const changes = yield* flatMapInSteps(mesh.resources, (resource) =>
    hostMentions(mesh, resource)
      .filter((mention) => mention.host === host)
      .map((mention) => ({
        resource,
        path: mention.path,
        value: mentionRenamed(mention, host, to, settings.clusterDomain),
      })),
  );
  if (changes.length + services.length === 0)
    throw new RefusedError('not-found', `No place in the files writes the host ${host}.`);
  // A policy names a Service by its kind and name, not by its host.
  const attached = services.flatMap(({ id }) =>
    namingsOf(mesh, { resource: id }).filter(({ kind }) => kind === 'target'),
  );
  yield* settingMany(draft, [
    ...attached.map(({ from, path }) => placeOf(draft, from, path, serviceLabel(to))),
    // What is only assumed need not write it.
    ...changes.flatMap(
      ({ resource, path, value }) => placedIn(draft.resource(resource.id), path, value) ?? [],
    ),
    ...services.map(({ id }) => placeOf(draft, id, ['metadata', 'name'], serviceLabel(to))),
    ...namedInExpectations(mesh, { kind: 'host', host, to }),
  ]);
}

/** The same, all at once. */
export const renameHost = (draft: Draft, host: string, to: string): void =>
  finished(renamingHost(draft, host, to));

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const HOST =
  /^(?:\*|[A-Za-z0-9_](?:[-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?)(?:\.[A-Za-z0-9_](?:[-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?)*\.?$/;

function refuseName(host: string, to: string, { clusterDomain }: MeshSettings): void {
  const namespace = serviceNamespace(host, clusterDomain);
  if (namespace === null) {
    if (HOST.test(to)) return;
    throw new RefusedError(
      'unsafe',
      `"${to}" is no host: its parts between dots hold letters, digits and dashes, and only the first may be *.`,
    );
  }
  if (serviceNamespace(to, clusterDomain) === namespace && LABEL.test(serviceLabel(to))) return;
  throw new RefusedError(
    'unsafe',
    `"${serviceLabel(to) || to}" cannot name a Service: a name holds lower-case letters, digits and dashes, and no dots.`,
  );
}
