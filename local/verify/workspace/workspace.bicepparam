using 'workspace.bicep'

// From the environment, so that the token is on no command line.
param name = readEnvironmentVariable('BOT_NAME')
param token = readEnvironmentVariable('WORKSPACE_TOKEN')
