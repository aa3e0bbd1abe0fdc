import { readLesson, type ReadLesson } from './read/read-lesson.ts';

/** A lesson with these steps under a head that is whole. */
export const lessonText = (steps: string): string => `---\ntitle: A test\nminutes: 5\n---\n${steps}`;

export const read = (steps: string): ReadLesson => readLesson({ path: 'test.md', text: lessonText(steps) });

/** The objections as `line:column message`. */
export const said = ({ objections }: ReadLesson): readonly string[] =>
  objections.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** A fenced block. */
export const block = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;

/** A Service, and a VirtualService that sends to it. */
export const CART = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: { app: cart }
  ports:
  - name: http
    port: 80
`;

export const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
  namespace: shop
spec:
  hosts: [cart]
  http:
  - timeout: 3s
    route:
    - destination:
        host: cart
`;
