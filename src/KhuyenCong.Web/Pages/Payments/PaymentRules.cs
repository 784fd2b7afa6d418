using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>What the law library says about a request: rules on advances and lists of papers, with what is missing.</summary>
public sealed class PaymentRules(KhuyenCongDb db, TimeProvider clock)
{
    /// <summary>The request's day: the day it was asked for, or today while it is not.</summary>
    public DateOnly DayOf(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.State.IsWritable() ? clock.Today : request.RequestedOn ?? clock.Today;
    }

    public async Task<IReadOnlyList<PaymentFinding>> FindingsAsync(PaymentRequest request, Contract contract, PaymentRoom room, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(room);
        var book = await db.SharedNormBookAsync(cancellationToken);
        var kinds = await KindsAsync(contract.ProjectId, cancellationToken);
        var on = DayOf(request);
        var papers = PaymentChecklist.Missing(Checklist(request, kinds.Codes, on, book), contract.Regime, on);
        if (request.Kind is not PaymentKind.Advance)
        {
            return [.. papers];
        }

        var own = contract.Regime is Regime.National ? [] : OwnShares.Of(contract.ProvinceCode, kinds.Codes, kinds.ContentCode, on, book.Rule);
        return [.. AdvanceRules.Judge(await FactsAsync(request, contract, room, kinds, on, cancellationToken), book.Rule, own, book.Readings), .. papers];
    }

    public async Task<IReadOnlyList<PaymentPaperRow>> ChecklistAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Checklist(request, (await KindsAsync(request.ProjectId, cancellationToken)).Codes, DayOf(request), await db.SharedNormBookAsync(cancellationToken));
    }

    /// <summary>The clause by which another share may be decided, where the library has it.</summary>
    public async Task<LawRow?> ExceptionAsync(PaymentRequest request, CancellationToken cancellationToken) => (await db.SharedNormBookAsync(cancellationToken)).Rule(AdvanceRules.Exception, DayOf(request));

    /// <summary>Kinds of support of a project's supported lines, and its clause of Điều 4.</summary>
    public async Task<(IReadOnlyList<string> Codes, string ContentCode)> KindsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var project = await db.Projects.AsNoTracking().Include(p => p.Lines).SingleAsync(p => p.ProjectId == projectId, cancellationToken);
        return ([.. project.Lines.Where(l => l.Text.Funding.IsSupported).Select(l => l.KindCode).OfType<string>().Distinct()], project.ContentCode);
    }

    private static IReadOnlyList<PaymentPaperRow> Checklist(PaymentRequest request, IReadOnlyList<string> kinds, DateOnly on, NormBook book) =>
        PaymentChecklist.Of(request.Kind, request.Regime, kinds, on, [.. request.Papers.Select(p => p.Code).OfType<string>()], book);

    private async Task<AdvanceFacts> FactsAsync(PaymentRequest request, Contract contract, PaymentRoom room, (IReadOnlyList<string> Codes, string ContentCode) kinds, DateOnly on, CancellationToken cancellationToken)
    {
        var before = (await db.AdvancedSoFarAsync(contract.ContractId, contract.ProjectId, cancellationToken)).ToDictionary(b => b.Key, b => b.Value);
        foreach (var open in room.OpenAdvances)
        {
            before[open.Source] = before.GetValueOrDefault(open.Source) + open.Amount;
        }

        return new(
            contract.Regime, on, kinds.Codes, kinds.ContentCode,
            room.Lines.GroupBy(l => l.Source).ToDictionary(g => g.Key, g => g.Select(l => l.Bound).Sum()),
            before,
            request.Lines.GroupBy(l => l.Source).ToDictionary(g => g.Key, g => g.Select(l => l.Amount).Sum()),
            await db.ConfirmedWorkShareAsync(contract.ContractId, cancellationToken),
            request.ItemShare)
        {
            ConfirmedItemShare = await ConfirmedItemShareAsync(contract, AdvanceRules.ItemKinds(kinds.Codes, kinds.ContentCode), cancellationToken),
        };
    }

    /// <summary>The share of the item that a request is judged by, where a report of it is confirmed.</summary>
    public async Task<int?> ConfirmedItemShareAsync(Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var kinds = await KindsAsync(contract.ProjectId, cancellationToken);
        return await ConfirmedItemShareAsync(contract, AdvanceRules.ItemKinds(kinds.Codes, kinds.ContentCode), cancellationToken);
    }

    /// <summary>What the last confirmed report says of the project's lines of these kinds.</summary>
    private async Task<int?> ConfirmedItemShareAsync(Contract contract, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        if (kinds.Count == 0)
        {
            return null;
        }

        var reports = await db.ConfirmedReportsAsync(contract.ContractId, cancellationToken);
        var project = await db.Projects.AsNoTracking().Include(p => p.Lines).SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
        var items = project.Lines.Where(l => l.KindCode is { } kind && kinds.Contains(kind) && l.Text.Funding.IsSupported).Select(l => l.ProjectEstimateLineId).ToHashSet();
        return reports is [var last, ..] ? ProgressReport.HighestShareOf(last.Lines.Where(l => items.Contains(l.EstimateLineId)).Select(l => l.Text)) : null;
    }
}
