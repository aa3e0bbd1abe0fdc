import { key, namespaceOf } from '../../istio/index.ts';
import { namespacesIn, renamingNamespace } from '../rename-namespace.ts';
import { chosenOf, textOf } from './answers.ts';
import { labelObjection } from './name-objection.ts';
import type { Refactoring } from './types.ts';

/** Gives a namespace another name in all that is in it and all that names it. */
export const renameOneNamespace: Refactoring = {
  id: 'rename-namespace',
  title: 'Rename a namespace',
  words:
    'Gives a namespace another name: in everything that is in it, and in hosts written in full, gateways, delegates, exportTo, identities, settings and expectations elsewhere.',
  appliesTo: (mesh, { resource: id }) => {
    const resource = mesh.byId.get(id ?? '');
    if (!resource) return id === undefined && namespacesIn(mesh).length > 0;
    return resource.namespace !== '' || resource.type === 'Namespace';
  },
  questions: ({ mesh }, { resource: id, namespace }, given) => {
    const resource = mesh.byId.get(id ?? '');
    const own = resource?.type === 'Namespace' ? resource.name : (resource?.namespace ?? namespace);
    const all = namespacesIn(mesh);
    const options = all.map((value) => ({ value, title: value }));
    const from = chosenOf(given, 'from', options, own);
    const to = textOf(given, `to ${from}`, from);
    const count = mesh.resources.filter((each) => namespaceOf(each, mesh.settings) === to.trim()).length;
    return [
      { kind: 'choice', key: 'from', title: 'Namespace', value: from, options },
      {
        kind: 'text',
        key: `to ${from}`,
        title: 'New name',
        value: to,
        suggestions: all
          .filter((value) => value !== from)
          .map((value) => ({ value, note: 'is there already' })),
        objection: labelObjection(to.trim()),
        hint:
          to.trim() !== from && count > 0
            ? `${to.trim()} holds ${count === 1 ? 'a resource' : `${count} resources`} already: the two become one.`
            : undefined,
      },
    ];
  },
  *perform(draft, { resource: id = '' }, answers) {
    const { mesh } = draft;
    const from = textOf(answers, 'from');
    const to = textOf(answers, `to ${from}`).trim();
    const label = `Rename namespace ${from} to ${to}`;
    if (from === to) return { label, warnings: [] };
    const { settings } = mesh;
    const merged = mesh.resources.filter((each) => each.modelled && each.namespace === to);
    const { unread, silent } = yield* renamingNamespace(draft, from, to);
    const resource = draft.standingWhere(id);
    const isThere = mesh.find(key.name('Namespace', settings.defaultNamespace, from)).length > 0;
    return {
      label,
      ...(resource !== undefined && { select: { resource } }),
      warnings: [
        `In a cluster a namespace cannot be renamed: what these files say goes into ${to}, and what runs in ${from} stays there until it is deleted.${isThere ? '' : ' No file makes the namespace itself.'}`,
        ...(merged.length > 0
          ? [
              `${to} has resources of its own: policies, Sidecars and rules for its workloads now count for those that come, and the other way round.`,
            ]
          : []),
        ...(from === settings.rootNamespace
          ? [
              `${from} is where Istio looks for what counts for the whole mesh: set rootNamespace in the MeshConfig too.`,
            ]
          : []),
        ...(silent.length > 0
          ? [
              `${silent.length === 1 ? `${silent[0]?.name} names` : `${silent.length} resources name`} no namespace, so they go where kubectl is told to put them.`,
            ]
          : []),
        ...unread.map(
          ({ name, source }) => `${name} in ${source.file} cannot be read now and stays as it is.`,
        ),
      ],
    };
  },
};
