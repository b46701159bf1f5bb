import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { desktop } from './browser.ts';
import type { SideChat, SideSpace } from './sideApi.ts';
import { SideApi } from './sideApi.ts';
import type { SideStage } from './sideStage.ts';

/** A Wednesday, at noon in Berlin, where the readers of these tests are. */
const noon = new Date('2026-03-18T11:00:00Z');

/** A chat whose last question was so many hours ago. */
export function aChat(id: string, hoursAgo: number, more: Partial<SideChat> = {}): SideChat {
  const lastAt = new Date(noon.getTime() - hoursAgo * 3_600_000).toISOString();
  return { id, title: `Title of ${id}`, spaceTitle: 'Sales', lastAt, isBusy: false, ...more };
}

export const twoSpaces: SideSpace[] = [
  { id: 'sales', title: 'Sales', description: 'Orders, revenue and customers', isCurrent: true },
  { id: 'support', title: 'Support', isCurrent: false },
];

export interface OpenSide {
  page: Page;
  /** Where the page is. */
  url: string;
  api: SideApi;
  /** What a well-behaved page has none of: console errors, exceptions, CSP violations. */
  troubles: string[];
  /** The chat with this title. */
  chat(title: string): Locator;
  /** Opens the menu of a chat and chooses from it. */
  choose(title: string, item: string): Promise<void>;
  /** What someone sees of it. */
  seen(selector: string): Promise<string>;
  /** What is in the list, in order. */
  titles(): Promise<string[]>;
  /** What was opened: IDs of chats, and `new`. */
  opened(): Promise<string[]>;
  /** What has the focus, by its name or text. */
  focused(): Promise<string>;
}

const nameFocused = `
  document.activeElement === document.body
    ? ''
    : (document.activeElement.ariaLabel ?? document.activeElement.innerText).trim()
`;

/** Opens the page with its side over a server that has these chats. */
export async function openSide(
  browser: Browser,
  stage: SideStage,
  { chats = [], spaces = twoSpaces, prepare, query = '', ...options }: SideOptions = {},
): Promise<OpenSide> {
  const api = new SideApi();
  Object.assign(api, { chats, spaces });
  prepare?.(api);
  stage.api = api;
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.clock.install({ time: noon });
  await page.goto(`${stage.url}/${query}`);
  const chat = (title: string) => page.locator('.chat', { hasText: title });
  return {
    page,
    url: stage.url,
    api,
    troubles,
    chat,
    async choose(title, item) {
      await chat(title).hover();
      await chat(title).locator('> .side-icon').click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    seen: async (selector) => (await page.locator(selector).allInnerTexts()).join('\n').trim(),
    titles: () => page.locator('.chat-title').allTextContents(),
    opened: () => page.evaluate('opened') as Promise<string[]>,
    focused: () => page.evaluate(nameFocused) as Promise<string>,
  };
}

export interface SideOptions extends BrowserContextOptions {
  chats?: SideChat[];
  spaces?: SideSpace[];
  /** Sets up the server before the page asks it. */
  prepare?: (api: SideApi) => void;
  query?: string;
}
