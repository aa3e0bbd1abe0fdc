import { asList, key, member, namespaceOf } from '../../../istio/index.ts';
import {
  delegateOf,
  delegatorsOf,
  httpEntries,
  isDelegate,
  isVisible,
  rulesOf,
} from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, isFilled } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** Rules that hand requests on, and who gets them. */
export const delegates: LinkedRule = (subject) =>
  isDelegate(subject.resource) ? [...unused(subject), ...goingWithNone(subject)] : missing(subject);

function missing({ resource, view, namespace }: LinkedSubject): readonly Finding[] {
  return rulesOf(resource).flatMap((rule) => {
    const asked = rule.section === 'http' ? delegateOf(view, resource, rule) : null;
    if (!asked || asked.found) return [];
    const [hidden] = view.find(key.name('VirtualService', asked.namespace, asked.name));
    const spot = { path: [...rule.path, 'delegate', 'name'] };
    const effect = 'This rule is left out, and its requests go on to the next one, or end in 404.';
    if (hidden) {
      const what = `VirtualService ${asked.namespace}/${asked.name} is not exported to namespace ${namespace}, so requests cannot be handed to it. ${effect}`;
      return [say('MW3104', spot, what)];
    }
    const others = view
      .find(key.kindIn('VirtualService', asked.namespace))
      .filter((one) => one.id !== resource.id);
    const near = closest(
      asked.name,
      others.filter(isDelegate).map(({ name }) => name),
    );
    const what = `No VirtualService ${asked.namespace}/${asked.name} is in the workspace. ${effect}`;
    return [
      say('MW3104', spot, what, {
        // Where the workspace has none of that namespace, it may just be kept elsewhere.
        ...(others.length === 0 && { severity: 'info' as const }),
        mends: near === undefined ? [] : [setting(spot.path, near)],
      }),
    ];
  });
}

function unused({ resource, spec, view }: LinkedSubject): readonly Finding[] {
  // Hosts in a form that cannot be read are hosts all the same.
  if (isFilled(at(spec, 'hosts'))) return [];
  if (
    delegatorsOf(view, resource).some((root) =>
      isVisible(resource, namespaceOf(root, view.settings), view.settings),
    )
  )
    return [];
  const what =
    'This VirtualService has no hosts, and no other one in the workspace delegates to it, so no request comes to its rules.';
  return [say('MW3105', { path: ['metadata', 'name'] }, what)];
}

/** Matches that fit none of the matches of a rule that hands on to them. */
function goingWithNone({ resource, view }: LinkedSubject): readonly Finding[] {
  return delegatorsOf(view, resource).flatMap((root) => {
    if (!isVisible(resource, namespaceOf(root, view.settings), view.settings)) return [];
    const entries = httpEntries(view, root).filter(
      (entry) => entry.delegate?.virtualService.id === resource.id,
    );
    return rulesOf(resource).flatMap((rule) => {
      if (rule.section !== 'http' || !asList(member(rule.value, 'match')).length) return [];
      if (entries.some((entry) => entry.delegate?.rule.index === rule.index)) return [];
      const by = `${namespaceOf(root, view.settings)}/${root.name}`;
      const what = `Some match of this rule goes with none of those by which VirtualService ${quote(by)} hands requests on, and the whole rule is left out there. Repeat what it asks for, the whole path above all, and ask for more within that.`;
      return [say('MW3106', { path: [...rule.path, 'match'] }, what, { at: 'key' })];
    });
  });
}
