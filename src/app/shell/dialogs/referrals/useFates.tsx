import { useMemo, useState } from 'react';
import type { Mesh } from '../../../../istio/index.ts';
import { redirectTargets, type Named, type Naming, type Referrals } from '../../../../operations/index.ts';
import { Choice } from '../../../controls/index.ts';
import type { ReferralOption } from './ReferralChoice.tsx';

export type Fate = 'leave' | 'remove' | 'redirect';

interface Target {
  readonly value: string;
  readonly title: string;
  readonly referrals: Referrals;
}

/** What can become of the places that name something, and what was chosen. */
export function useFates(mesh: Mesh, named: Named, namings: readonly Naming[]) {
  const { resource, subset } = named;
  const [fate, choose] = useState<Fate>('leave');
  const [chosen, setChosen] = useState<string | null>(null);
  const targets = useMemo(() => targetsOf(mesh, { resource, subset }), [mesh, resource, subset]);
  const target = targets.find(({ value }) => value === chosen) ?? targets[0];
  const words = wordsFor(namings);
  const options: ReferralOption<Fate>[] = [
    {
      value: 'leave',
      title: `Leave the ${words.what}`,
      words: 'They then name something that is not there; the picture and the problems show it.',
    },
    { value: 'remove', title: `Remove the ${words.what} too`, words: words.removal },
  ];
  if (target) {
    options.push({
      value: 'redirect',
      title: targets.length === 1 ? `Lead them to ${target.title} instead` : 'Lead them elsewhere:',
      words: 'Weights and everything else that is said there stay.',
      more: targets.length > 1 && (
        <Choice
          aria-label="Where they lead instead"
          value={target.value}
          options={targets}
          onChange={(value) => {
            setChosen(value);
            choose('redirect');
          }}
        />
      ),
    });
  }
  const referrals: Referrals = fate === 'redirect' ? (target?.referrals ?? 'leave') : fate;
  return { fate, referrals: useStable(referrals), options, choose };
}

/** The same object while it says the same, so that what is computed from it is not computed again. */
function useStable(referrals: Referrals): Referrals {
  const text = JSON.stringify(referrals);
  return useMemo(() => JSON.parse(text) as Referrals, [text]);
}

function targetsOf(mesh: Mesh, named: Named): readonly Target[] {
  const { resources, subsets } = redirectTargets(mesh, named);
  return [
    ...subsets.map((subset): Target => ({
      value: subset === null ? 'whole' : `subset ${subset}`,
      title: subset === null ? 'the whole host' : `subset ${subset}`,
      referrals: { subset },
    })),
    ...resources.map(({ id, kind, name, namespace }): Target => ({
      value: id,
      title: `${kind} ${namespace ? `${namespace}/` : ''}${name}`,
      referrals: { to: id },
    })),
  ];
}

function wordsFor(namings: readonly Naming[]): { what: string; removal: string } {
  const kinds = new Set(namings.map(({ kind }) => kind));
  if (kinds.has('gateway'))
    return { what: 'bindings', removal: 'A match that only this Gateway could meet goes with them.' };
  if (kinds.has('delegate'))
    return { what: 'delegations', removal: 'A rule that only delegates goes whole.' };
  if (kinds.size === 1 && kinds.has('target'))
    return {
      what: 'targets',
      removal:
        'A policy that is for nothing else goes whole: without a target it would be for its namespace.',
    };
  return {
    what: 'references',
    removal:
      'Destinations and mirrors go, the weights beside them keep their total; a rule without any goes.',
  };
}
