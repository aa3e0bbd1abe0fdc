import type { Sample } from '../types.ts';
import { service } from './services.ts';

export const faultInjection: Sample = {
  id: 'fault-injection',
  name: 'fault-injection',
  select: 'VirtualService/harbour/tides',
  files: [
    {
      path: 'faults.yaml',
      text: `# Only calls from the pods of "planner" are
# disturbed; the rest of the mesh keeps its answers.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: tides
  namespace: harbour
spec:
  hosts:
  - tides.harbour.svc.cluster.local
  http:
  - name: disturbed
    match:
    - sourceLabels:
        app: planner
    fault:
      delay:
        percentage:
          value: 20
        fixedDelay: 3s
      abort:
        percentage:
          value: 5
        httpStatus: 503
    route:
    - destination:
        host: tides.harbour.svc.cluster.local
  - name: undisturbed
    route:
    - destination:
        host: tides.harbour.svc.cluster.local
`,
    },
    {
      path: 'services.yaml',
      text: `${service({ name: 'tides', namespace: 'harbour', port: 80, versions: ['v1'] })}---
${service({ name: 'planner', namespace: 'harbour', port: 80, versions: ['v1'] })}`,
    },
  ],
};
