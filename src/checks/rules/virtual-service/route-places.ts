/** Where the lists of destinations of a VirtualService stand, as patterns for `all`. */
export const ROUTES: readonly string[] = ['http[].route', 'tls[].route', 'tcp[].route'];

/** Where its destinations stand, those of copies of requests included. */
const DESTINATIONS = [
  'http[].route[].destination',
  'http[].mirror',
  'http[].mirrors[].destination',
  'tls[].route[].destination',
  'tcp[].route[].destination',
];

/** The same field of every destination. */
export const ofDestinations = (field: 'host' | 'port' | 'subset'): readonly string[] =>
  DESTINATIONS.map((place) => `${place}.${field}`);
