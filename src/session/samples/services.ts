interface Workload {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  /** One Deployment each. */
  readonly versions: readonly string[];
}

/** A Kubernetes Service and a Deployment for each version of it, as short as they can be: what the rules of a sample speak of. */
export function service({ name, namespace, port, versions }: Workload): string {
  const documents = [
    `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    app: ${name}
  ports:
  - name: http
    port: ${port}
    targetPort: 8080
`,
    ...versions.map(
      (version) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}-${version}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: ${name}
      version: ${version}
  template:
    metadata:
      labels:
        app: ${name}
        version: ${version}
    spec:
      containers:
      - name: ${name}
        image: registry.example/${name}:${version}
`,
    ),
  ];
  return documents.join('---\n');
}
