import type { YamlMap } from '../../yaml/index.ts';
import { labelsFor, type Template, type TemplateContext } from './context.ts';

// New policies change nothing until a person says what they should: what they would forbid is not for us to guess.

function selector(context: TemplateContext): YamlMap {
  const labels = labelsFor(context);
  return Object.keys(labels).length ? { selector: { matchLabels: { ...labels } } } : {};
}

/** Accepts mutual TLS and plain text alike, which is Istio's default. */
export const peerAuthentication: Template = (context) => ({
  ...selector(context),
  mtls: { mode: 'PERMISSIVE' },
});

/** One empty rule matches every request: all are allowed. */
export const authorizationPolicy: Template = (context) => ({
  ...selector(context),
  action: 'ALLOW',
  rules: [{}],
});

/** Checks tokens that requests bring; requests without one still pass. */
export const requestAuthentication: Template = (context) => ({
  ...selector(context),
  jwtRules: [
    { issuer: 'https://issuer.example.com', jwksUri: 'https://issuer.example.com/.well-known/jwks.json' },
  ],
});
