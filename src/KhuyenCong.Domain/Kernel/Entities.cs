namespace KhuyenCong.Domain.Kernel;

/// <summary>A row of one province: every query sees only its own province, every write is guarded.</summary>
public interface IProvincial
{
    string ProvinceCode { get; }
}

/// <summary>An aggregate with a concurrency token: the writer counts it up on every change.</summary>
public interface IVersioned
{
    long Version { get; }
}

/// <summary>A row whose changes are history: each saved change belongs to a declared audit event.</summary>
public interface IAudited
{
    /// <summary>The record whose history page shows the change.</summary>
    AuditSubject AuditSubject { get; }
}

/// <summary>A row that is written once and never changed: the journal tells it as one value, and each text that somebody typed beside it.</summary>
public interface IWrittenOnce : IAudited;

/// <summary>What an audit event is about: a kind (the entity's glossary name) and its id.</summary>
public readonly record struct AuditSubject(string Kind, Guid Id);

/// <summary>A row of one province or, without a code, of the nation: a province sees its own and the national ones.</summary>
public interface INational
{
    string? ProvinceCode { get; }
}
