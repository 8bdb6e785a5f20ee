package org.extenddb.core.storage.contract;

import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.SignInAttempts;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.TableCatalog;

/** The back-end under test. Tests share it: each makes tables and keys of its own. */
public record Backend(
        ItemStore items,
        TableCatalog tables,
        AccessKeyStore accessKeys,
        IdentityStore identities,
        StreamStore streams,
        JobStore jobs,
        AdministratorStore administrators,
        SignInAttempts attempts,
        AuditStore audit,
        HistoryStore history,
        BackupStore backups) {}
