import { startAzurite } from '../../support/azurite.ts';

// Azurite in a process of its own, so that its work is not taken for the bot's.

const { tableAddress, queueAddress } = await startAzurite();
process.send?.({ tableAddress, queueAddress });
process.on('disconnect', () => process.exit());
