/** Something that only a person in Teams can see. */
export interface Check {
  /** What to do. */
  act: string;
  /** What should be seen. */
  see: string;
  /** What it should look like: a picture in docs/images, or the name of one that `npm run gallery` takes. */
  picture?: { docs: string } | { gallery: string };
}

export interface Chapter {
  title: string;
  checks: readonly Check[];
}

/** In the order in which it takes the least time. The questions are for the demo workspace: use your own space's. */
export const checklist: readonly Chapter[] = [
  {
    title: 'Install',
    checks: [
      {
        act: 'Run npm run teams-package, and upload dist/teams-app.zip in Teams under Apps › Manage your apps.',
        see: 'Teams takes it without a complaint, and shows the icon, the name and the description.',
      },
      {
        act: 'Add the app, and open its chat.',
        see: 'One welcome card, once, with questions as buttons. It’s there again after you remove the app and add it back.',
        picture: { gallery: 'card-welcome' },
      },
      {
        act: 'Type “help”, then look at the command menu of the message box.',
        see: 'The help card. The menu has help, reset, info and whoami.',
        picture: { gallery: 'card-help' },
      },
    ],
  },
  {
    title: 'Ask',
    checks: [
      {
        act: 'Ask “Revenue by region”.',
        see: 'One message: first the stage and the seconds, then, in its place, the answer. No second message, no “edited” that anyone minds.',
      },
      {
        act: 'Look at the table.',
        see: 'Numbers are on the right, with separators. None is broken in the middle, also with the window at half its width.',
        picture: { docs: 'answer-table.png' },
      },
      {
        act: 'Click Show SQL, then Hide SQL; More, then How this was understood; and More rows where there are more than ten.',
        see: 'Each opens right below its button.',
        picture: { gallery: 'bars' },
      },
      {
        act: 'Ask “Show me revenue by month this year”, then “Compare Europe and North America by quarter”. Click Show chart.',
        see: 'A chart by Teams, with readable labels on its axes. Show table brings the table back.',
        picture: { gallery: 'line' },
      },
      {
        act: 'Ask “What is the share of revenue by category?”.',
        see: 'A donut with a legend; its colours differ for someone who can’t tell red from green.',
        picture: { gallery: 'donut' },
      },
      {
        act: 'Click a suggestion under an answer.',
        see: 'It appears as your own message, and is answered.',
      },
      {
        act: 'Ask something that takes longer than 20 seconds, and look at another chat.',
        see: 'A notification for the answer, which is a new message.',
      },
      {
        act: 'Send two questions at once.',
        see: 'Both are answered, in order. The second says that it waits.',
      },
      {
        act: 'Edit a question that was answered.',
        see: 'The bot asks whether it should answer the new words.',
      },
    ],
  },
  {
    title: 'Rate and download',
    checks: [
      {
        act: 'Click Teams’ own thumb up under an answer, also under one that came by update.',
        see: 'The thumbs are there, and stay as you set them after you leave the chat and come back.',
      },
      {
        act: 'Click thumb down, and write why.',
        see: 'Teams’ form takes it, and the bot says thank you. In Databricks, the rating is at that message.',
      },
      {
        act: 'Ask a colleague to click the thumb under your answer in a group chat.',
        see: 'They’re told that only the asker can rate it.',
      },
      {
        act: 'Click More, then Download, and open both files.',
        see: 'The browser saves a file with all rows. Excel shows accents and numbers right, without an import.',
      },
      {
        act: 'Open the same link after 20 minutes.',
        see: 'It no longer works, and the page says so.',
      },
    ],
  },
  {
    title: 'Other places',
    checks: [
      {
        act: 'Add the app to a team, and mention it in a channel: @Genie Revenue by region.',
        see: 'The welcome says that each message has to begin with the mention. The answer is in the thread.',
      },
      {
        act: 'Follow up in the same thread with a mention, then start a new thread.',
        see: 'The first knows what came before, the second doesn’t.',
      },
      {
        act: 'Type a question in the channel without the mention.',
        see: 'Nothing: Teams doesn’t tell the bot.',
      },
      {
        act: 'Ask in a group chat, and let a colleague ask at the same time.',
        see: 'Each gets an answer to their own question, in their own conversation.',
      },
      {
        act: 'Forward an answer to another chat, and click its buttons there.',
        see: 'Nothing of yours is shown or done for anyone else.',
      },
    ],
  },
  {
    title: 'Other looks',
    checks: [
      {
        act: 'Open the chat in Teams on a phone, upright.',
        see: 'No number is broken in the middle, every button can be reached, and charts fit the screen.',
        picture: { docs: 'answer-phone.png' },
      },
      {
        act: 'Switch Teams to the dark theme, then to high contrast.',
        see: 'Everything can be read, charts too.',
      },
      {
        act: 'Set Teams’ language to German, restart it, and ask for revenue.',
        see: 'Numbers as 1.234,56. The texts stay English.',
        picture: { gallery: 'german' },
      },
      {
        act: 'Go through an answer with the keyboard and a screen reader.',
        see: 'Buttons are reached in order; a chart is read by its description, a table by its cells.',
      },
    ],
  },
  {
    title: 'Later',
    checks: [
      {
        act: 'Follow up after a day.',
        see: '“It’s been a while, so this is a new conversation.” The old one is in history, and can be continued.',
      },
      {
        act: 'Click a button of an answer from the day before: a page, a download, Ask again.',
        see: 'It does what it says, or says in a sentence why it can’t.',
      },
      {
        act: 'Restart the function app while a question is in progress.',
        see: 'One answer, a little later. This is what npm run verify:azure does by Direct Line.',
      },
      {
        act: 'Upload the package of a higher version.',
        see: 'Teams updates the app; chats, and their conversations with Genie, go on.',
      },
    ],
  },
];
