import type { Sample } from '../types.ts';
import { service } from './services.ts';

export const headerRouting: Sample = {
  id: 'header-routing',
  name: 'header-routing',
  select: 'VirtualService/library/catalogue',
  files: [
    {
      path: 'routing.yaml',
      text: `# The first rule that fits decides, so the narrow
# ones stand first and the one without a match last.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: catalogue
  namespace: library
spec:
  hosts:
  - catalogue.library.svc.cluster.local
  http:
  - name: testers
    match:
    - headers:
        x-reader-group:
          exact: testers
    - headers:
        cookie:
          regex: "(.*; )?preview=on(;.*)?"
    route:
    - destination:
        host: catalogue.library.svc.cluster.local
        subset: preview
      headers:
        response:
          add:
            x-served-by: preview
  - name: everybody
    route:
    - destination:
        host: catalogue.library.svc.cluster.local
        subset: proven
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: catalogue
  namespace: library
spec:
  host: catalogue.library.svc.cluster.local
  subsets:
  - name: proven
    labels:
      version: v3
  - name: preview
    labels:
      version: v4
`,
    },
    {
      path: 'catalogue.yaml',
      text: service({ name: 'catalogue', namespace: 'library', port: 80, versions: ['v3', 'v4'] }),
    },
  ],
};
