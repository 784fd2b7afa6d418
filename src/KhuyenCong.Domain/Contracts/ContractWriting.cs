using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Soạn, sửa hợp đồng: a draft may have gaps; what it says must not be impossible.</summary>
public static class ContractWriting
{
    public const int LongestNumber = 60;
    public const int LongestShort = 500;
    public const int LongestText = 10_000;
    public const int MostMilestones = 50;

    public static Ruling<ContractDrafted> Draft(Guid contractId, ContractKind kind, ContractText text, ContractGround ground, PlanMover mover, Func<Guid> newId, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var batch = ground.Batch;
        if (!mover.May(Act.EditContract, batch.Regime, batch.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        var tidied = Tidy(text);
        return Decide.Unless<ContractDrafted>(
            [.. Standing(kind, ground), .. Shape(kind, tidied, ground)],
            () => new(contractId, batch.ProvinceCode, ground.Project.ProjectId, ground.Item.PlanItemId, ground.Parent?.ContractId, kind, batch.Regime, batch.TerritoryCode, ground.Item.Year, tidied, RowsFor(null, tidied, newId), mover.UserId, clock.Today, clock.UtcNow));
    }

    public static Ruling<ContractEdited> Edit(Contract contract, ContractText text, ContractGround ground, PlanMover mover, Func<Guid> newId, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (contract.State is not ContractState.Drafting)
        {
            return new(null, [new("contract.wrong-state")]);
        }

        if (!mover.May(Act.EditContract, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        var tidied = Tidy(text);
        return Decide.Unless<ContractEdited>([.. Shape(contract.Kind, tidied, ground)], () => new(contract.ContractId, tidied, RowsFor(contract, tidied, newId), mover.UserId, clock.UtcNow));
    }

    /// <summary>Whether the project may have such a contract at all.</summary>
    public static IEnumerable<Breach> Standing(ContractKind kind, ContractGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var isPart = ground.Parent is not null;
        if (!ContractParties.KindsFor(ground.Batch.Regime, ground.Project.Nature).Contains((kind, isPart)))
        {
            yield return new(isPart ? "contract.kind-not-part" : "contract.kind-of-another-regime", "Kind");
        }

        if (!ground.Batch.State.IsDecided() || ground.Item.State is not PlanItemState.Approved || ground.Project.State is not (ProjectState.Approved or ProjectState.Underway))
        {
            yield return new("contract.not-approved");
        }

        if (ground.Parent is { } parent && (parent.State is not ContractState.Signed || !parent.CommitsMoney || parent.ProjectId != ground.Project.ProjectId || parent.PartyBOrganisationId is null))
        {
            yield return new("contract.parent-unfit", "ParentContractId");
        }
    }

    /// <summary>What stands in the way of putting it before the signer.</summary>
    public static IEnumerable<Breach> Gaps(ContractKind kind, ContractText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (bool Holds, Breach Otherwise)[] rules =
        [
            (text.Content.Length > 0, new("contract.content-missing", nameof(text.Content))),
            (text.PartyB.Length > 0, new("contract.party-b-missing", nameof(text.PartyB))),
            (text.StartsOn is not null && text.EndsOn is not null, new("contract.period-missing", nameof(text.EndsOn))),
            (text.Total > Dong.Zero, new("contract.amount-missing", nameof(text.Amounts))),
            (kind is ContractKind.Assignment || text.Bank is not null, new("contract.bank-missing", nameof(text.Bank))),
            (kind is not ContractKind.Supply || text.Selection is not null, new("contract.selection-missing", nameof(text.Selection))),
        ];
        return rules.Unmet();
    }

    /// <summary>Nothing is bound that the plan did not approve, or that another contract binds: arithmetic, it always blocks.</summary>
    public static IEnumerable<Breach> Beyond(ContractText text, ContractGround ground)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ground);
        // What the beneficiary pays itself may be more than it promised; a part is measured by the support in it.
        return text.Amounts.Where(a => Allotting.IsDrawn(a.Source) || (ground.Parent is null && a.Source != FundingSource.Counterpart.Code))
            .Where(a => a.Amount > ground.RoomOf(a.Source))
            .Select(a => new Breach(ground.Parent is null ? "contract.above-approved" : "contract.above-parent", nameof(text.Amounts), FundingSource.Find(a.Source)?.Name ?? a.Source, a.Amount, ground.RoomOf(a.Source), a.Amount - ground.RoomOf(a.Source)));
    }

    public static IReadOnlyDictionary<string, Guid> RowsFor(Contract? contract, ContractText text, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(newId);
        return text.Amounts.Where(a => contract?.Amounts.Any(r => r.Source == a.Source) is not true).ToDictionary(a => a.Source, _ => newId());
    }

    /// <summary>What the form sent, without blanks: rows that say nothing are none.</summary>
    public static ContractText Tidy(ContractText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text with
        {
            Number = Blank(text.Number),
            Content = text.Content.Trim(),
            PartyASigner = Blank(text.PartyASigner),
            PartyB = text.PartyB.Trim(),
            PartyBTaxCode = Blank(text.PartyBTaxCode),
            PartyBSigner = Blank(text.PartyBSigner),
            SelectionBasis = Blank(text.SelectionBasis),
            PaymentTerms = Blank(text.PaymentTerms),
            Bank = text.Bank?.Tidied,
            Amounts = [.. text.Amounts.Where(a => a.Amount != Dong.Zero)],
            Milestones = [.. text.Milestones.Select(m => m with { Content = m.Content.Trim() })],
        };
    }

    /// <summary>What is wrong whether or not the rest is there.</summary>
    public static IEnumerable<Breach> Shape(ContractKind kind, ContractText text, ContractGround ground)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ground);
        (bool Holds, Breach Otherwise)[] rules =
        [
            (text.Amounts.All(a => FundingSource.Find(a.Source) is not null) && text.Amounts.DistinctBy(a => a.Source).Count() == text.Amounts.Count, new("contract.source-unknown", nameof(text.Amounts))),
            (text.Amounts.All(a => a.Amount > Dong.Zero), new("amount.negative", nameof(text.Amounts))),
            (text.StartsOn is not { } start || text.EndsOn is not { } end || start <= end, new("contract.ends-before-start", nameof(text.EndsOn))),
            (text.Milestones.Count <= MostMilestones, new("contract.too-many-milestones", nameof(text.Milestones), MostMilestones)),
            (text.Milestones.All(m => m.Content.Length > 0), new("contract.milestone-empty", nameof(text.Milestones))),
            (text.Milestones.All(m => m.Amount is not { } amount || amount >= Dong.Zero), new("amount.negative", nameof(text.Milestones))),
            (text.Milestones.All(m => m.DueOn is not { } due || ((text.StartsOn is not { } first || due >= first) && (text.EndsOn is not { } last || due <= last))), new("contract.milestone-outside", nameof(text.Milestones))),
            ((text.Milestones.Select(m => m.Amount).SumKnown() ?? Dong.Zero) <= text.Total, new("contract.milestones-above", nameof(text.Milestones), text.Milestones.Select(m => m.Amount).SumKnown() ?? Dong.Zero, text.Total)),
            (text.PartyBTaxCode is null || IdentifierText.HasShape(IdentifierKind.TaxCode, text.PartyBTaxCode), new("contract.tax-code", nameof(text.PartyBTaxCode))),
        ];
        return [.. rules.Unmet(), .. Parties(kind, text, ground), .. BankFaults(text.Bank), .. TooLong(text)];
    }

    public static IEnumerable<Breach> BankFaults(BankAccount? bank, string field = nameof(ContractText.Bank))
    {
        if (bank is null)
        {
            yield break;
        }

        if (bank.Number.Length is < 6 or > 30 || !bank.Number.All(char.IsAsciiLetterOrDigit))
        {
            yield return new("contract.bank-number", field);
        }

        if (bank.Bank.Length is 0 or > LongestShort || bank.Holder.Length is 0 or > LongestShort)
        {
            yield return new("contract.bank-unnamed", field);
        }
    }

    private static IEnumerable<Breach> Parties(ContractKind kind, ContractText text, ContractGround ground)
    {
        var regime = ground.Batch.Regime;
        if (ground.PartyA is not { } first)
        {
            yield return new("contract.party-a-missing", nameof(text.PartyAId));
        }
        else if (ground.Parent is { } parent)
        {
            if (first.OrganisationId != parent.PartyBOrganisationId)
            {
                yield return new("contract.party-a-of-parent", nameof(text.PartyAId), parent.PartyB);
            }
        }
        else if (!ContractParties.PartyA(kind, regime, ground.LocalPartyA).Contains(first.Kind) || (first.Kind is OrganisationKind.CommuneOffice && first.CommuneCode != ground.Batch.CommuneCode))
        {
            yield return new("contract.party-a-unfit", nameof(text.PartyAId), first.Name);
        }

        if (kind is ContractKind.Support && text.PartyBEstablishmentId is { } establishment && ground.Project.Beneficiaries.All(b => b.EstablishmentId != establishment))
        {
            yield return new("contract.not-beneficiary", nameof(text.PartyBEstablishmentId), text.PartyB);
        }

        if (kind is ContractKind.Support && text.PartyBEstablishmentId is null)
        {
            yield return new("contract.beneficiary-missing", nameof(text.PartyBEstablishmentId));
        }

        if (kind is ContractKind.Agency or ContractKind.Assignment && ground.PartyB is null)
        {
            yield return new("contract.unit-missing", nameof(text.PartyBOrganisationId));
        }

        if (ground.Parent is null && ground.AssignmentStanding is { MayBlock: true } && AssignmentRule.Contradicts(kind, regime, ground.PartyB?.Kind))
        {
            yield return new("contract.assignment-unit", nameof(text.PartyBOrganisationId), ground.PartyB!.Name);
        }

        if (ground.PartyB is { } second && second.OrganisationId == ground.PartyA?.OrganisationId)
        {
            yield return new("contract.same-parties", nameof(text.PartyBOrganisationId));
        }
    }

    private static IEnumerable<Breach> TooLong(ContractText text) =>
        new (string? Text, string Field, int Most)[]
        {
            (text.Number, nameof(text.Number), LongestNumber), (text.Content, nameof(text.Content), LongestText), (text.PartyA, nameof(text.PartyA), LongestShort),
            (text.PartyASigner, nameof(text.PartyASigner), LongestShort), (text.PartyB, nameof(text.PartyB), LongestShort), (text.PartyBTaxCode, nameof(text.PartyBTaxCode), 20),
            (text.PartyBSigner, nameof(text.PartyBSigner), LongestShort), (text.SelectionBasis, nameof(text.SelectionBasis), LongestShort), (text.PaymentTerms, nameof(text.PaymentTerms), LongestText),
        }.Concat(text.Milestones.Select(m => (Text: (string?)m.Content, Field: nameof(text.Milestones), Most: LongestShort)))
        .Where(t => t.Text?.Length > t.Most).Select(t => new Breach("project.too-long", t.Field, t.Most));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
