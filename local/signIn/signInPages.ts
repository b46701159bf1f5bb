import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './people.ts';
import type { SignInPages } from './signInPageRoutes.ts';

const css = readFileSync(join(import.meta.dirname, 'signInPages.css'), 'utf8');

/** The pages of the demo's sign-in: which of its made-up people to be, and what comes next. */
export function createSignInPages(people: readonly (Person & { rights: string })[]): SignInPages {
  return {
    choose: () =>
      page(
        'Sign in to the demo',
        `<p>Who are you? These people are made up, and each has rights of their own.</p>
<form method="post">
${people.map(({ oid, name, rights }) => `<button name="person" value="${oid}"><b>${name}</b> <span>${rights}</span></button>`).join('\n')}
</form>`,
      ),
    done: ({ name }, code) =>
      page(
        'You’re signed in',
        code
          ? `<p>Hello, ${name}. Type this code in the chat:</p>
<p class="code">${code}</p>
<p>Then you can close this window.</p>`
          : `<p>Hello, ${name}. You can close this window and go back to the chat.</p>`,
      ),
    over: () =>
      page(
        'This sign-in is over',
        '<p>It was used already, or took more than 15 minutes. Ask your question again in the chat.</p>',
      ),
  };
}

/** Everything in it is ours: no name, code or word comes from a request. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
${css}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}
