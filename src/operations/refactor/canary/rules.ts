import { asText, valueAt, type Mesh } from '../../../istio/index.ts';
import { meshOwner, RULE_SECTIONS } from '../../../routing/index.ts';
import { ruleKey, type Sender } from '../senders.ts';
import type { Option } from '../types.ts';
import type { CanaryHost } from './proposal.ts';

/** What a rule is ticked by where no rule governs the calls of apps yet, and one is to be made. */
export const NEW_RULE = 'new';

/** The rules that can be divided, and a new one where callers in the mesh have none. */
export function divisible(mesh: Mesh, about: CanaryHost, canary: string): readonly Option[] {
  const { host, home, senders } = about;
  const governed = RULE_SECTIONS.some((section) => meshOwner(mesh, host, home ?? '', section) !== undefined);
  const options = senders
    .filter((sender) => !sendsTo(sender, canary))
    .map(({ resource, rule }) => ({
      value: ruleKey(resource, rule.path),
      title: `${resource.name}: ${asText(valueAt(rule.value, ['name'])) ?? `${rule.section} rule ${rule.index + 1}`}`,
    }));
  const fresh = {
    value: NEW_RULE,
    title: 'Apps in the mesh that call it directly',
    words: 'No VirtualService has rules for them: one is made. Without it their calls go to all pods alike.',
  };
  return governed ? options : [...options, fresh];
}

const sendsTo = ({ routes, toHost }: Sender, subset: string): boolean =>
  toHost.some((index) => asText(valueAt(routes[index], ['destination', 'subset'])) === subset);

/** Whether a rule sends to all pods, whatever their labels. */
export const sendsToAll = ({ routes, toHost }: Sender): boolean =>
  toHost.some((index) => !asText(valueAt(routes[index], ['destination', 'subset'])));
