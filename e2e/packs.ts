import { strToU8, zipSync } from 'fflate';

/** A lesson of two steps that are only read. */
export const lesson = (title: string): string => `---
title: ${JSON.stringify(title)}
minutes: 5
---

\`\`\`yaml start file=cart.yaml
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
\`\`\`

## First

Look.

## Second

Look again.
`;

/** Files as an archive. */
export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
