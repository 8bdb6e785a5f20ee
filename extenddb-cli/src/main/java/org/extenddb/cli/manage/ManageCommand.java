package org.extenddb.cli.manage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code extenddb manage}. */
@Command(
        name = "manage",
        mixinStandardHelpOptions = true,
        description = "Accounts, identities, policies and keys, what items were, backups of elsewhere; on any server.",
        subcommands = {
            AccountsCommand.class,
            AdministratorsCommand.class,
            UsersCommand.class,
            GroupsCommand.class,
            RolesCommand.class,
            PoliciesCommand.class,
            KeysCommand.class,
            HistoryCommand.class,
            BackupsCommand.class
        })
public final class ManageCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what: accounts, users, groups, roles, policies, keys, history, backups ...");
    }
}
