import type { Mesh, MeshKey, Regexes } from '../istio/index.ts';
import { NotingView } from '../routing/index.ts';
import { callerKey, callersIn, ELSEWHERE_KEY, type Callers } from './callers.ts';
import type { Scope } from './unit.ts';

/** The key under which units note that they asked whether there is any Service. */
export const TELL_HOSTS = 'tell hosts';

/** The key under which units note that they asked what regular expressions match. */
export const REGEXES = 'regexes';

/** What units may know of a mesh, and of what was found out about it before them. */
export interface Known {
  readonly mesh: Mesh;
  readonly callers: Callers;
  readonly tellHosts: boolean;
  readonly regexes: Regexes | undefined;
}

/** A scope that tells each question asked to `note`. */
export function scopeOf({ mesh, callers, tellHosts, regexes }: Known, note: (key: MeshKey) => void): Scope {
  return {
    settings: mesh.settings,
    view: new NotingView(mesh, note),
    callersIn: (namespace) => {
      note(callerKey(namespace));
      if (!callers.byNamespace.has(namespace)) note(ELSEWHERE_KEY);
      return callersIn(callers, namespace);
    },
    tellHosts: () => {
      note(TELL_HOSTS);
      return tellHosts;
    },
    regexes: () => {
      note(REGEXES);
      return regexes;
    },
  };
}
