import { renamingResource } from '../rename-resource.ts';
import { textOf } from './answers.ts';
import { nameObjection } from './name-objection.ts';
import type { Refactoring } from './types.ts';

/** Gives a resource another name, a Gateway or a delegate for instance, and changes all that name it. */
export const renameOne: Refactoring = {
  id: 'rename',
  title: 'Rename',
  words:
    'Gives it another name, here and wherever it is named: bindings to a gateway, delegates, targets of policies.',
  appliesTo: (mesh, { resource }) => mesh.byId.has(resource ?? ''),
  questions: ({ mesh }, { resource: id }, given) => {
    const resource = mesh.byId.get(id ?? '');
    const name = textOf(given, 'name', resource?.name);
    const taken = mesh.resources.some(
      (other) =>
        other.type === resource?.type &&
        other.namespace === resource.namespace &&
        other.id !== id &&
        !other.patch &&
        other.name === name.trim(),
    );
    const objection = taken
      ? `There is a ${resource?.kind} of this name in the namespace.`
      : nameObjection(name.trim());
    return [{ kind: 'text', key: 'name', title: 'Name', value: name, objection }];
  },
  *perform(draft, { resource: id = '' }, answers) {
    const name = textOf(answers, 'name').trim();
    const before = draft.resource(id).name;
    const resource = yield* renamingResource(draft, id, name);
    return {
      label: `Rename ${before} to ${name}`,
      select: { resource, path: ['metadata', 'name'] },
      warnings: [],
    };
  },
};
