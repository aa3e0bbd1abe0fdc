import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, items } from '../../spot.ts';

/** The listener without a port is for all the rest, so there is one, at the end. */
export const egressListeners: SpecRule = ({ spec }) => {
  const list = at(spec, 'egress');
  const listeners = items(list);
  const last = listeners.length - 1;
  return listeners.flatMap((listener, index): readonly Finding[] => {
    if (!isPresent(listener) || isPresent(at(listener, 'port')) || index === last) return [];
    const others = listeners
      .slice(index + 1)
      .some((other) => isPresent(other) && !isPresent(at(other, 'port')));
    const what = others
      ? 'Two egress listeners have no port, and only one may be for all the rest. Join their hosts.'
      : 'The egress listener without a port is for all the rest, so it must be the last.';
    const move = {
      title: 'Move it to the end',
      steps: [{ kind: 'move-item' as const, path: list.path, from: index, to: last }],
    };
    return [
      refuse('MW0807', listener, what, {
        at: 'key',
        mends: others ? [removing(listener.path, 'Remove this listener')] : [move],
      }),
    ];
  });
};
