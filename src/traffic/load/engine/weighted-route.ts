import type { RunState } from './run-state.ts';

/** The cluster that a request is routed to, by weight; null for one that does not exist. */
export function weightedRoute({ plan: { routes }, choices }: RunState): number | null {
  const whole = routes.reduce((sum, { weight }) => sum + weight, 0);
  let place = routes.length > 1 ? choices() * whole : 0;
  const route = routes.find(({ weight }) => (place -= weight) < 0) ?? routes[0];
  return route?.cluster ?? null;
}
