import type { Meaning } from '../meaning/index.ts';

const RESOURCE_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Why something that has a name cannot be renamed along with the places that name it; undefined where it can. */
export function whyNot(meaning: Meaning): string | undefined {
  switch (meaning.kind) {
    case 'namespace':
      return 'A namespace is not renamed from here: its resources would move, and the cluster has more in it than these files say. Change it resource by resource.';
    case 'labels':
      return 'Labels are not renamed from here: pods in the cluster carry them, whether or not these files show it. Change the selector and the pods by hand.';
    case 'port':
      return 'A port number is no name. Type over it; the problems then say who still uses the old one.';
    default:
      return undefined;
  }
}

/** Why a new name does not do, as far as its letters tell; undefined where it does. */
export function whyNotCalled(meaning: Meaning, name: string): string | undefined {
  if (name.trim() === '') return 'A name is needed. Nothing was renamed.';
  if (meaning.kind === 'subset' && !LABEL.test(name))
    return `"${name}" cannot name a subset: lower-case letters, digits and dashes, at most 63. Nothing was renamed.`;
  if (meaning.kind === 'resource' && !RESOURCE_NAME.test(name))
    return `"${name}" cannot name a ${meaning.type}: lower-case letters, digits, dashes and dots. Nothing was renamed.`;
  return undefined;
}

export const NO_NAME =
  'There is no name here that other places use. Put the caret on the name of a resource, a host, a subset or a gateway.';
export const MESH_IS_RESERVED = '"mesh" is no Gateway: the word is reserved and means every sidecar.';
export const BROKEN =
  'This document cannot be read as it is now, so it is not safe to rename anything in it. Mend it first; the problems say where.';
export const WRITTEN_ODDLY =
  'The name is written here as an alias, or with escapes or over several lines, so it cannot be renamed from here. Rename it where it is defined.';
