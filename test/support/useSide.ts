import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenSide, openSide, type SideOptions } from './openSide.ts';
import { openSideStage, type SideStage } from './sideStage.ts';

/** Has a browser and a stage for the tests of a `describe`, and opens the side in it as a new person. */
export function useSide(): (options?: SideOptions) => Promise<OpenSide> {
  let browser: Browser;
  let stage: SideStage;

  beforeAll(async () => {
    browser = await launchBrowser();
    stage = await openSideStage();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  return (options) => openSide(browser, stage, options);
}
