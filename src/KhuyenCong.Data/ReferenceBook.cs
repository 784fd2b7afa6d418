using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Data;

/// <summary>What every dossier of a province is read beside: the norms, the published procedures, which version of each programme is in force. Shared by requests: nothing may be supposed in it.</summary>
public sealed record ReferenceBook(NormBook Norms, IReadOnlyList<Procedure> Procedures, IReadOnlyDictionary<Guid, VersionInForce> Programmes);

/// <summary>The version of a programme in force, with its concurrency token: under both its text is kept.</summary>
public sealed record VersionInForce(Guid VersionId, long Stamp);
