using KhuyenCong.Data;
using KhuyenCong.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>One row as lists and exports show it.</summary>
public sealed record PaymentRow(
    Guid PaymentRequestId, string Number, PaymentKind Kind, PaymentState State, DateOnly StateSince, int Year, Dong Total, string Purpose, string? ContractNumber, string PartyB, string? ProjectCode, string ProjectTitle, DateOnly? PaidOn, string? TreasuryNumber, string? BudgetItem, string? BudgetSubItem);

/// <summary>Which requests a list or an export is about, as the address says it.</summary>
public sealed record PaymentFilter(string Search, PaymentState? State, PaymentKind? Kind, int? Year, Guid? HolderId, Guid? ContractId)
{
    private const int LongestSearch = 60;

    public bool IsEmpty => this == new PaymentFilter("", null, null, null, null, null);

    public static PaymentFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var search = query["tim"].ToString().Trim();
        return new(
            Characters.Cut(search, LongestSearch),
            Choice<PaymentState>(query["trang-thai"]),
            Choice<PaymentKind>(query["loai"]),
            int.TryParse(query["nam"], out var year) ? year : null,
            Guid.TryParse(query["don-vi"], out var holder) ? holder : null,
            Guid.TryParse(query["hop-dong"], out var contract) ? contract : null);
    }

    public IQueryable<PaymentRequest> Apply(IQueryable<PaymentRequest> rows, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        rows = State is { } state ? rows.Where(r => r.State == state) : rows;
        rows = Kind is { } kind ? rows.Where(r => r.Kind == kind) : rows;
        rows = Year is { } year ? rows.Where(r => r.Year == year) : rows;
        rows = ContractId is { } contract ? rows.Where(r => r.ContractId == contract) : rows;
        rows = HolderId is { } holder ? rows.Where(r => r.Lines.Any(l => db.Allocations.Any(a => a.AllocationId == l.AllocationId && a.HolderId == holder))) : rows;
        if (Search.Length > 0)
        {
            // A number as typed, or what the project and the contract are found by.
            var (number, folded) = (Search.ToUpperInvariant(), SearchText.Fold(Search));
            rows = rows.Where(r => r.Number.Contains(number) || db.Projects.Any(p => p.ProjectId == r.ProjectId && p.SearchText.Contains(folded)) || db.Contracts.Any(c => c.ContractId == r.ContractId && c.SearchText.Contains(folded)));
        }

        return rows;
    }

    private static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) ? choice : null;
}

/// <summary>Rows of payment requests, newest first.</summary>
public static class PaymentList
{
    public static IQueryable<PaymentRow> Rows(IQueryable<PaymentRequest> requests, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return requests.AsNoTracking()
            .Join(db.Contracts, r => r.ContractId, c => c.ContractId, (r, c) => new { r, c.Number, c.PartyB })
            .Join(db.Projects, x => x.r.ProjectId, p => p.ProjectId, (x, p) => new { x.r, x.Number, x.PartyB, p.Code, p.Title })
            .OrderByDescending(x => x.r.StateSince).ThenByDescending(x => x.r.PaymentRequestId)
            .Select(x => new PaymentRow(x.r.PaymentRequestId, x.r.Number, x.r.Kind, x.r.State, x.r.StateSince, x.r.Year, x.r.Total, x.r.Purpose, x.Number, x.PartyB, x.Code, x.Title, x.r.PaidOn, x.r.TreasuryNumber, x.r.BudgetItem, x.r.BudgetSubItem));
    }
}
