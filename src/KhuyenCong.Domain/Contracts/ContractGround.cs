using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Căn cứ của hợp đồng: the project, what its plan approved, the parent contract, and what may still be bound by source.</summary>
/// <param name="Project">With its beneficiaries.</param>
/// <param name="Item">The project in its plan.</param>
/// <param name="Batch">The decision.</param>
/// <param name="Parent">The contract that it is a part of; null where it binds the plan's money itself.</param>
/// <param name="Room">By source: approved, less what other contracts bind; for a sub-contract, its parent's amount less what others of the parent's parts have.</param>
public sealed record ContractGround(Project Project, PlanItem Item, ApprovalBatch Batch, Contract? Parent, IReadOnlyDictionary<string, Dong> Room)
{
    /// <summary>The bodies that the parties are; null where they are none or not known.</summary>
    public ContractParty? PartyA { get; init; }

    public ContractParty? PartyB { get; init; }

    /// <summary>The kind of body that the province lets sign support contracts of local projects; null where it has not said.</summary>
    public OrganisationKind? LocalPartyA { get; init; }

    /// <summary>Of <see cref="AssignmentRule"/> on the day; null where the library does not have it, or the money is not national.</summary>
    public RuleStanding? AssignmentStanding { get; init; }

    /// <summary>Whether it holds paid, advanced, settled money, on whatever line, or open requests, a settlement that was sent, or contracts that are a part of it.</summary>
    public bool IsUsed { get; init; }

    /// <summary>By source: what contracts that are a part of it were given.</summary>
    public IReadOnlyDictionary<string, Dong> Parts { get; init; } = new Dictionary<string, Dong>();

    /// <summary>By source: what concluded acceptances found due that only this contract covers.</summary>
    public IReadOnlyDictionary<string, Dong> Accepted { get; init; } = new Dictionary<string, Dong>();

    public Dong AcceptedOf(string source) => Accepted.TryGetValue(source, out var found) ? found : Dong.Zero;

    public Dong PartsOf(string source) => Parts.TryGetValue(source, out var given) ? given : Dong.Zero;

    public Dong RoomOf(string source) => Room.TryGetValue(source, out var room) ? room : Dong.Zero;
}

/// <summary>Một bên của hợp đồng là tổ chức: who it is and of which kind.</summary>
public sealed record ContractParty(Guid OrganisationId, string Name, OrganisationKind Kind, string? CommuneCode);
