/** A new lesson with this title: one step, to begin with. */
export const emptyLesson = (title: string): string => `---
title: ${quoted(title)}
minutes: 5
---

What this lesson is about, in a sentence or two.

\`\`\`yaml start file=mesh.yaml
\`\`\`

## The first step

What to look at, and what to do.
`;

/** A new lesson with one of each: a step that is read, and one with a goal, a hint, a solution and notes. It can be taught as it is. */
export const exampleLesson = (title: string): string => `---
title: ${quoted(title)}
minutes: 5
summary: One sentence for the list of lessons.
learned:
  - What a learner can say or do afterwards.
trap: The mistake that learners are to find, told at the end.
---

What this lesson is about, in a sentence or two.

\`\`\`yaml start file=cart.yaml
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: { app: cart }
  ports:
    - name: http
      port: 80
\`\`\`

## Look first

A step without goals is only read. **Send** the request below: it waits for the cart as long as the cart likes.

\`\`\`yaml look
resources: [Service/shop/cart]
requests:
  - { from: shop, url: http://cart/ }
\`\`\`

## Wait three seconds

**Add** a VirtualService for the cart whose rule has a \`timeout\` of three seconds.

\`\`\`yaml goals
- say: A call to the cart waits three seconds at most.
  request: { from: shop, url: http://cart/ }
  expect: { outcome: forward, timeout: 3s }
- noProblem: error
\`\`\`

\`\`\`hint
A timeout belongs to a rule: \`spec.http[0].timeout\`.
\`\`\`

\`\`\`yaml solution file=routes.yaml
apiVersion: networking.istio.io/v1
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
\`\`\`

\`\`\`notes
For you, not for learners: ask what the caller sees after those three seconds.
\`\`\`
`;

/** A title as YAML has it, quoted where it has to be. */
const quoted = (title: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ,.?!()'’“”-]*$/u.test(title) &&
  !/^[\d.]+$|^(true|false|null|yes|no|on|off)$/i.test(title)
    ? title
    : JSON.stringify(title);
