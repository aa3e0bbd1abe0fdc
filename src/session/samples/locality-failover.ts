import type { Sample } from '../types.ts';

export const localityFailover: Sample = {
  id: 'locality-failover',
  name: 'locality-failover',
  select: 'DestinationRule/weather/forecast',
  files: [
    {
      path: 'failover.yaml',
      text: `# Without outlierDetection no endpoint ever counts
# as unhealthy, and nothing would move.
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: forecast
  namespace: weather
spec:
  host: forecast.example
  trafficPolicy:
    loadBalancer:
      simple: ROUND_ROBIN
      localityLbSetting:
        enabled: true
        failover:
        - from: north
          to: south
        - from: south
          to: north
    outlierDetection:
      consecutive5xxErrors: 3
      interval: 5s
      baseEjectionTime: 1m
      maxEjectionPercent: 100
`,
    },
    {
      path: 'endpoints.yaml',
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: forecast
  namespace: weather
spec:
  hosts:
  - forecast.example
  ports:
  - number: 80
    name: http
    protocol: HTTP
  resolution: STATIC
  location: MESH_INTERNAL
  workloadSelector:
    labels:
      app: forecast
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata:
  name: forecast-north
  namespace: weather
spec:
  address: 192.0.2.10
  locality: north/one
  labels:
    app: forecast
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata:
  name: forecast-south
  namespace: weather
spec:
  address: 192.0.2.20
  locality: south/one
  labels:
    app: forecast
`,
    },
  ],
};
