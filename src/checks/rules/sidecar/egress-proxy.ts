import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, text } from '../../spot.ts';
import { asMap } from '../../visit.ts';

/** The service that was to take traffic for unknown hosts. Of its host and port number others speak. */
export const egressProxy: SpecRule = ({ spec }) => {
  const policy = at(spec, 'outboundTrafficPolicy');
  const proxy = at(policy, 'egressProxy');
  if (!asMap(proxy.value)) return [];
  const mode = text(at(policy, 'mode'));
  if (mode !== 'ALLOW_ANY') {
    const what =
      'An egress proxy needs the mode ALLOW_ANY, so that traffic for unknown hosts goes out at all.';
    const mends = [
      setting([...policy.path, 'mode'], 'ALLOW_ANY', 'Set mode to ALLOW_ANY'),
      removing(proxy.path),
    ];
    return [refuse('MW0815', proxy, what, { at: 'key', mends })];
  }
  if (isPresent(at(proxy, 'port'))) return [];
  const mends = [setting([...proxy.path, 'port'], { number: 443 }, 'Set the port to 443')];
  return [refuse('MW0816', proxy, 'The egress proxy needs a port.', { at: 'key', mends })];
};
