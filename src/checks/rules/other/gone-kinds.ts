import { asText, valueAt } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';

const GONE = new Set([
  'clusterrbacconfigs.rbac.istio.io',
  'rbacconfigs.rbac.istio.io',
  'serviceroles.rbac.istio.io',
  'servicerolebindings.rbac.istio.io',
]);

/** A definition of a kind that Istio has given up. */
export const goneKinds: LinkedRule = ({ resource }) => {
  const name = asText(valueAt(resource.value, ['metadata', 'name'])) ?? '';
  if (!GONE.has(name)) return [];
  const what = `Istio no longer has ${name}. Write AuthorizationPolicies instead.`;
  return [
    say('MW2619', { path: ['metadata', 'name'] }, what, {
      mends: [{ title: 'Delete the definition', steps: [{ kind: 'delete-resource' }] }],
    }),
  ];
};
